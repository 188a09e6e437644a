import type { PanelScreen } from '../../app/screen-list.js';

/** Reached from the lists: `/import/persons?back=/people`. */
export const importScreens: readonly PanelScreen[] = [
  {
    path: '/import/$kind',
    title: { es: 'Importar', en: 'Import' },
    load: () => import('./import.screen.js'),
  },
  {
    path: '/e/$slug/import/$kind',
    title: { es: 'Importar', en: 'Import' },
    load: () => import('./event-import.screen.js'),
  },
];
