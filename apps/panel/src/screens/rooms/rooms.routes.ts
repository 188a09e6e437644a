import type { PanelScreen } from '../../app/screen-list.js';

export const roomScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/rooms',
    title: { es: 'Sedes y salas', en: 'Venues and rooms' },
    menu: { place: 'event', order: 3 },
    load: () => import('./rooms.screen.js'),
  },
];
