import type { PanelScreen } from '../../app/screen-list.js';

export const meetingScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/meetings',
    title: { es: 'Reuniones bilaterales', en: 'Bilateral meetings' },
    menu: { place: 'event', order: 13 },
    load: () => import('./meetings.screen.js'),
  },
  {
    path: '/e/$slug/meetings/requests',
    title: { es: 'Solicitudes de reunión', en: 'Meeting requests' },
    load: () => import('./requests.screen.js'),
  },
  {
    path: '/e/$slug/meetings/parties',
    title: { es: 'Participantes de las reuniones', en: 'Participants of the meetings' },
    load: () => import('./parties.screen.js'),
  },
  {
    path: '/e/$slug/meetings/blocks',
    title: { es: 'Franjas y mesas', en: 'Blocks and tables' },
    load: () => import('./blocks.screen.js'),
  },
];
