import type { ReactNode } from 'react';

/** A thematic block: its coloured thread, always with its name in words. */
export function Thread({ colour, children }: { readonly colour: string; readonly children: ReactNode }) {
  return (
    <span className="thread" data-colour={colour}>
      {children}
    </span>
  );
}
