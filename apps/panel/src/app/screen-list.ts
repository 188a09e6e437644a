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

let all: readonly PanelScreen[] = [];

/** The router offers what it shows, so that the navigation and the palette know it and no screen imports another. */
export function offerScreens(screens: readonly PanelScreen[]): void {
  all = screens;
}

/** The screens of a part of the menu, in their order. */
export function menuOf(place: MenuPlace): readonly PanelScreen[] {
  return all
    .filter(({ menu }) => menu?.place === place)
    .toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
}
