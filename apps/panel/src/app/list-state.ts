import { useNavigate, useSearch } from '@tanstack/react-router';

export interface ListState<Filter extends string> {
  /** What is searched for; the word `q` of the address. */
  readonly search: string;
  readonly filters: Readonly<Record<Filter, string>>;
  /** Column and direction; the word `sort` of the address: `name` or `-name`. */
  readonly sort: { readonly by: string; readonly isDescending: boolean } | null;
  readonly isNarrowed: boolean;
  readonly setSearch: (text: string) => void;
  readonly setFilter: (name: Filter, value: string) => void;
  readonly setSort: (sort: { by: string; isDescending: boolean } | null) => void;
  readonly reset: () => void;
}

type Search = Readonly<Record<string, string | undefined>>;

/** Search, filters and order of a list stand in its address: they can be linked to, kept, and gone back to. */
export function useListState<Filter extends string = never>(...names: readonly Filter[]): ListState<Filter> {
  const given: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (part: Search) => {
    const next = Object.fromEntries(Object.entries({ ...given, ...part }).filter(([, value]) => value));
    void navigate({ to: '.', search: next, replace: true });
  };
  const filters = Object.fromEntries(names.map((name) => [name, given[name] ?? ''])) as Record<Filter, string>;
  const sort = given['sort'];
  return {
    search: given['q'] ?? '',
    filters,
    sort: sort ? { by: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') } : null,
    isNarrowed: Boolean(given['q']) || names.some((name) => given[name]),
    setSearch: (text) => change({ q: text }),
    setFilter: (name, value) => change({ [name]: value }),
    setSort: (next) => change({ sort: next ? `${next.isDescending ? '-' : ''}${next.by}` : '' }),
    reset: () => change({ q: '', ...Object.fromEntries(names.map((name) => [name, ''])) }),
  };
}
