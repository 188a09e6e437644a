import type { PanelScreen } from '../../app/screen-list.js';

export const messageScreens: readonly PanelScreen[] = [
  {
    path: '/e/$slug/messages',
    title: { es: 'Mensajes', en: 'Messages' },
    menu: { place: 'event', order: 20 },
    load: () => import('./messages.screen.js'),
  },
  {
    path: '/e/$slug/messages/$messageId',
    title: { es: 'Mensaje', en: 'Message' },
    load: () => import('./message.screen.js'),
  },
];
