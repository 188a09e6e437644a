import type { PanelScreen } from '../../app/screen-list.js';

export const peopleScreens: readonly PanelScreen[] = [
  {
    path: '/people',
    title: { es: 'Personas', en: 'People' },
    menu: { place: 'directory', order: 2 },
    load: () => import('./people.screen.js'),
  },
  { path: '/people/$personId', title: { es: 'Persona', en: 'Person' }, load: () => import('./person.screen.js') },
];
