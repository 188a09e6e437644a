import type { PanelScreen } from '../../app/screen-list.js';

export const homeScreens: readonly PanelScreen[] = [
  { path: '/', title: { es: 'Inicio', en: 'Start' }, load: () => import('./choose-event.screen.js') },
  {
    path: '/e/$slug',
    title: { es: 'Resumen', en: 'Overview' },
    menu: { place: 'event', order: 1 },
    load: () => import('./event-home.screen.js'),
  },
];
