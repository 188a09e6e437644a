import { cloneElement, lazy, Suspense, useState, type KeyboardEvent } from 'react';
import type { MenuProps } from './menu-content.js';

export type { MenuAction } from './menu-content.js';

const load = () => import('./menu-content.js');
const OpenedMenu = lazy(load);

/** A long list has a menu in every row, and few are ever opened: until then it is a button. */
export function Menu(props: MenuProps) {
  const [wasOpened, setOpened] = useState(false);
  const open = () => setOpened(true);
  const closed = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
    onPointerEnter: () => void load(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      open();
    },
  });
  if (!wasOpened) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}
