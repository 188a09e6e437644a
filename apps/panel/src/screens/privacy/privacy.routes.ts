import type { PanelScreen } from '../../app/screen-list.js';

export const privacyScreens: readonly PanelScreen[] = [
  {
    path: '/privacy',
    title: { es: 'Solicitudes de datos', en: 'Data requests' },
    menu: { place: 'platform', order: 6 },
    load: () => import('./privacy.screen.js'),
  },
];
