import type { PanelScreen } from '../../app/screen-list.js';

export const organizationScreens: readonly PanelScreen[] = [
  {
    path: '/organizations',
    title: { es: 'Organizaciones', en: 'Organisations' },
    menu: { place: 'platform', order: 2 },
    load: () => import('./organizations.screen.js'),
  },
];
