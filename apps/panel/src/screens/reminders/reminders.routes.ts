import type { PanelScreen } from '../../app/screen-list.js';

export const reminderScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/reminders',
    title: { es: 'Recordatorios', en: 'Reminders' },
    menu: { place: 'event', order: 21 },
    load: () => import('./reminders.screen.js'),
  },
];
