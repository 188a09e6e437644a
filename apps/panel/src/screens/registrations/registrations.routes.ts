import type { PanelScreen } from '../../app/screen-list.js';

export const registrationScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/registrations',
    title: { es: 'Inscripciones', en: 'Registrations' },
    menu: { place: 'event', order: 12 },
    load: () => import('./registrations.screen.js'),
  },
];
