import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: ReactNode;
  readonly text: string;
  readonly children: ReactNode;
}

/** One part of the account, with what it is for. */
export function Section({ title, text, children }: SectionProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {children}
    </section>
  );
}
