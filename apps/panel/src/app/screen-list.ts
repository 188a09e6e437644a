import type { ComponentType } from 'react';
import type { Language } from './language.js';

/** Where a screen stands in the navigation. */
export type MenuPlace = 'event' | 'directory' | 'platform';

/** A screen: an address, a name, and the code behind it, which is loaded when it is first opened. */
export interface PanelScreen {
  /** `/e/$slug/…` for what belongs to an event. */
  readonly path: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Absent: the screen is reached from another one. The order is the place in the menu, from 1. */
  readonly menu?: { readonly place: MenuPlace; readonly order: number };
  /** The module's `default` is the screen. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
