import type { PanelScreen } from '../../app/screen-list.js';

export const queueScreens: readonly PanelScreen[] = [
  {
    path: '/queue',
    title: { es: 'Cola de trabajo', en: 'Work queue' },
    menu: { place: 'platform', order: 20 },
    load: () => import('./queue.screen.js'),
  },
];
