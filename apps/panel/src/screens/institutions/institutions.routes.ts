import type { PanelScreen } from '../../app/screen-list.js';

export const institutionScreens: readonly PanelScreen[] = [
  {
    path: '/institutions',
    title: { es: 'Instituciones', en: 'Institutions' },
    menu: { place: 'directory', order: 1 },
    load: () => import('./institutions.screen.js'),
  },
  {
    path: '/institutions/$institutionId',
    title: { es: 'Institución', en: 'Institution' },
    load: () => import('./institution.screen.js'),
  },
];
