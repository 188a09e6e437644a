import type { PanelScreen } from '../../app/screen-list.js';

export const invitationScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/invitations',
    title: { es: 'Invitaciones', en: 'Invitations' },
    menu: { place: 'event', order: 10 },
    load: () => import('./invitations.screen.js'),
  },
  {
    path: '/e/$slug/invitations/new',
    title: { es: 'Invitar', en: 'Invite' },
    load: () => import('./invite.screen.js'),
  },
];
