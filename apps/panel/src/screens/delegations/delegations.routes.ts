import type { PanelScreen } from '../../app/screen-list.js';

export const delegationScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/delegations',
    title: { es: 'Delegaciones', en: 'Delegations' },
    menu: { place: 'event', order: 11 },
    load: () => import('./delegations.screen.js'),
  },
];
