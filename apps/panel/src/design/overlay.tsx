import { lazy, Suspense, useState } from 'react';
import type { ConfirmProps, OverlayProps } from './overlay-content.js';

const load = () => import('./overlay-content.js');
const LazyOverlay = lazy(async () => ({ default: (await load()).Overlay }));
const LazyConfirm = lazy(async () => ({ default: (await load()).Confirm }));

/** What never opens is never loaded; what was open once stays at hand. */
function useEverOpen(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return isOpen || wasOpen;
}

/** In the middle of the screen. Keeps the focus inside, closes by Esc, and gives the focus back to what opened it. */
export function Dialog(props: Omit<OverlayProps, 'shape'>) {
  if (!useEverOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <LazyOverlay {...props} shape="dialog" />
    </Suspense>
  );
}

/** At the side of the screen, the list still in view. */
export function Drawer(props: Omit<OverlayProps, 'shape'>) {
  if (!useEverOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <LazyOverlay {...props} shape="drawer" />
    </Suspense>
  );
}

/** For what cannot be taken back. What can, is done at once and offers an undo instead. */
export function Confirm(props: ConfirmProps) {
  if (!useEverOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <LazyConfirm {...props} />
    </Suspense>
  );
}
