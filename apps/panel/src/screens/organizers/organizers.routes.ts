import type { PanelScreen } from '../../app/screen-list.js';

export const organizerScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/organizers',
    title: { es: 'Quienes organizan', en: 'Who organises' },
    menu: { place: 'event', order: 3 },
    load: () => import('./organizers.screen.js'),
  },
];
