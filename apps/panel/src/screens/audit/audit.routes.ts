import type { PanelScreen } from '../../app/screen-list.js';

export const auditScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/audit',
    title: { es: 'Auditoría', en: 'Audit' },
    menu: { place: 'event', order: 30 },
    load: () => import('./audit.screen.js'),
  },
  {
    path: '/audit',
    title: { es: 'Auditoría de la organización', en: 'Audit of the organisation' },
    menu: { place: 'platform', order: 4 },
    load: () => import('./organization-audit.screen.js'),
  },
];
