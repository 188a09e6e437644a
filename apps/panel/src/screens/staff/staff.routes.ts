import type { PanelScreen } from '../../app/screen-list.js';

export const staffScreens: readonly PanelScreen[] = [
  {
    path: '/staff',
    title: { es: 'Personal y roles', en: 'Staff and roles' },
    menu: { place: 'platform', order: 1 },
    load: () => import('./staff.screen.js'),
  },
];
