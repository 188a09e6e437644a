import { useEffect, useRef, type ReactNode } from 'react';

interface ScreenProps {
  readonly title: string;
  /** Above the title: to what it belongs. */
  readonly over?: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let isFirst = true;

/** Every screen stands in one: it names the document and takes the focus, so that a reader hears where it came. */
export function Screen({ title, over, lead, actions, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Tinkuy`;
  }, [title]);
  useEffect(() => {
    // The page's own load starts at the top; later screens start at their heading.
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <>
      <header className="screen-head">
        <div className="grow">
          {over && <p className="screen-over">{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </>
  );
}
