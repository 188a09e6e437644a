import { useEffect } from 'react';
import { undoLatest } from '../design/toast.js';

interface KeyDeeds {
  readonly openPalette: () => void;
  readonly showKeys: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Keys that hold everywhere. Those of one character are silent while one types. */
export function useKeys({ openPalette, showKeys }: KeyDeeds): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isCommand && key === 'k') {
        event.preventDefault();
        openPalette();
      } else if (isTyping(event.target) || event.altKey) return;
      else if (isCommand && key === 'z' && undoLatest()) event.preventDefault();
      else if (isCommand) return;
      else if (key === '?') showKeys();
      else if (key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-list-search]');
        if (search) event.preventDefault();
        search?.focus();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [openPalette, showKeys]);
}
