import type { PanelScreen } from '../../app/screen-list.js';

export const sessionScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/sessions',
    title: { es: 'Sesiones', en: 'Sessions' },
    menu: { place: 'event', order: 6 },
    load: () => import('./sessions.screen.js'),
  },
  {
    path: '/e/$slug/sessions/$session',
    title: { es: 'Sesión', en: 'Session' },
    load: () => import('./session.screen.js'),
  },
];
