import { Link } from '@tanstack/react-router';

export interface Tab {
  readonly label: string;
  /** The whole address under /panel: `/e/ii-encuentro/agenda`. */
  readonly to: string;
}

/** Tabs are addresses: one can link to each, and go back. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} className="tab" to={tab.to} activeOptions={{ exact: true, includeSearch: false }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
