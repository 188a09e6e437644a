import type { PanelScreen } from '../../app/screen-list.js';

export const eventScreens: readonly PanelScreen[] = [
  {
    path: '/events',
    title: { es: 'Eventos', en: 'Events' },
    menu: { place: 'directory', order: 1 },
    load: () => import('./events.screen.js'),
  },
  {
    path: '/e/$slug/facts',
    title: { es: 'Datos y estado', en: 'Facts and state' },
    menu: { place: 'event', order: 2 },
    load: () => import('./event-facts.screen.js'),
  },
];
