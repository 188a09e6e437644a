import { Link, type LinkProps } from '@tanstack/react-router';

export interface Tab {
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly params?: LinkProps['params'];
}

/** Tabs are addresses: one can link to each, and go back. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} className="tab" to={tab.to} params={tab.params as never} activeOptions={{ exact: true }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
