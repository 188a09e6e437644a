import type { PanelScreen } from '../../app/screen-list.js';

export const seriesScreens: readonly PanelScreen[] = [
  {
    path: '/series',
    title: { es: 'Series', en: 'Series' },
    menu: { place: 'directory', order: 2 },
    load: () => import('./series.screen.js'),
  },
];
