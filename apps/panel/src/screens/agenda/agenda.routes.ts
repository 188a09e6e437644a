import type { PanelScreen } from '../../app/screen-list.js';

export const agendaScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/agenda',
    title: { es: 'Publicar la agenda', en: 'Publish the agenda' },
    menu: { place: 'event', order: 7 },
    load: () => import('./agenda.screen.js'),
  },
];
