import type { PanelScreen } from '../../app/screen-list.js';

export const roomScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/rooms',
    title: { es: 'Sedes y salas', en: 'Venues and rooms' },
    menu: { place: 'event', order: 4 },
    load: () => import('./rooms.screen.js'),
  },
  {
    path: '/e/$slug/venues',
    title: { es: 'Sedes', en: 'Venues' },
    load: () => import('./venues.screen.js'),
  },
];
