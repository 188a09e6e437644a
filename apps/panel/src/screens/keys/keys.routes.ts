import type { PanelScreen } from '../../app/screen-list.js';

export const keyScreens: readonly PanelScreen[] = [
  {
    path: '/keys',
    title: { es: 'Claves de API', en: 'API keys' },
    menu: { place: 'platform', order: 3 },
    load: () => import('./keys.screen.js'),
  },
];
