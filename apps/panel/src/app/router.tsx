import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { EventFrame } from '../shell/event-frame.js';
import { Frame } from '../shell/frame.js';
import { NoSuchScreen, ScreenFailed } from '../shell/screen-faults.js';
import { offerScreens } from './screen-list.js';
import { screens } from './screens.js';

offerScreens(screens);

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchScreen, errorComponent: ScreenFailed });
const eventRoot = createRoute({ getParentRoute: () => root, path: '/e/$slug', component: EventFrame });

const ofEvent = '/e/$slug';

const routeOf = (parent: typeof root | typeof eventRoot, path: string, load: (typeof screens)[number]['load']) =>
  createRoute({
    getParentRoute: () => parent as typeof root,
    path,
    component: lazyRouteComponent(load),
    errorComponent: ScreenFailed,
  });

const [inEvent, elsewhere] = [
  screens.filter(({ path }) => path.startsWith(ofEvent)),
  screens.filter(({ path }) => !path.startsWith(ofEvent)),
];

const tree = root.addChildren([
  ...elsewhere.map(({ path, load }) => routeOf(root, path, load)),
  eventRoot.addChildren(inEvent.map(({ path, load }) => routeOf(eventRoot, path.slice(ofEvent.length) || '/', load))),
]);

/** Every word of an address is a text: what stands there is what the screen reads. */
export const router = createRouter({
  routeTree: tree,
  basepath: '/panel',
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text ? `?${text}` : '';
  },
});
