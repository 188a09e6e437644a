import type { PanelScreen } from '../../app/screen-list.js';

export const accountListScreens: readonly PanelScreen[] = [
  {
    path: '/accounts',
    title: { es: 'Cuentas del personal', en: 'Staff accounts' },
    menu: { place: 'platform', order: 3 },
    load: () => import('./accounts.screen.js'),
  },
];
