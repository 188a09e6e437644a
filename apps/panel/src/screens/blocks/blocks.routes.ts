import type { PanelScreen } from '../../app/screen-list.js';

export const blockScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/blocks',
    title: { es: 'Bloques temáticos', en: 'Thematic blocks' },
    menu: { place: 'event', order: 5 },
    load: () => import('./blocks.screen.js'),
  },
];
