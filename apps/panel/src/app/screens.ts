import { accountScreens } from '../screens/account/account.routes.js';
import { homeScreens } from '../screens/home/home.routes.js';
import { importScreens } from '../screens/import/import.routes.js';
import { roomScreens } from '../screens/rooms/rooms.routes.js';
import type { PanelScreen } from './screen-list.js';

/** Every screen of the panel: one line per noun. */
export const screens: readonly PanelScreen[] = [
  // In the order of the alphabet; their place in the menu is their own.
  ...accountScreens,
  ...homeScreens,
  ...importScreens,
  ...roomScreens,
];
