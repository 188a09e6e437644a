import { useRef } from 'react';

interface FocusReturn {
  readonly onOpenAutoFocus: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** Gives the focus back to what had it before a dialog opened, unless a screen has taken it meanwhile. */
export function useFocusReturn(): FocusReturn {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      if (document.activeElement && document.activeElement !== document.body) return;
      const back = opener.current?.isConnected && opener.current !== document.body ? opener.current : null;
      ((back ?? document.querySelector('main h1')) as HTMLElement | null)?.focus();
    },
  };
}
