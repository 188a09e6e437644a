import type { PanelScreen } from '../../app/screen-list.js';

export const auditScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/audit',
    title: { es: 'Auditoría', en: 'Audit' },
    menu: { place: 'event', order: 30 },
    load: () => import('./audit.screen.js'),
  },
];
