import type { PanelScreen } from '../../app/screen-list.js';

export const accountScreens: readonly PanelScreen[] = [
  {
    path: '/account',
    title: { es: 'Mi cuenta', en: 'My account' },
    load: () => import('./account.screen.js'),
  },
];
