import { useEffect, useId, useState } from 'react';
import type { ListState } from '../app/list-state.js';
import { useWords } from '../app/words.js';
import { IconButton } from './button.js';
import type { DataListProps, ListFilter } from './list-column.js';
import { designWords } from './design.words.js';
import { Icon } from './icon.js';
import { useSettled } from './settled.js';

/** Search, filters and the count of what they leave. */
export function ListTools<Row, Filter extends string>({
  state,
  filters = [],
  searchHint,
  data,
}: DataListProps<Row, Filter>) {
  const t = useWords(designWords);
  const isKnown = !data.isLoading && !data.error;
  if (!searchHint && filters.length === 0) return null;
  return (
    <div className="list-tools no-print" role="search">
      {searchHint && <SearchBox state={state} hint={searchHint} />}
      <Filters filters={filters} state={state} />
      <output className="soft list-count number">{isKnown && t('count', { count: data.total })}</output>
    </div>
  );
}

interface FiltersProps<Filter extends string> {
  readonly filters: readonly ListFilter<Filter>[];
  readonly state: ListState<Filter>;
}

/** Where the list is narrow, several filters wait behind a button that tells how many of them narrow the list. */
function Filters<Filter extends string>({ filters, state }: FiltersProps<Filter>) {
  const t = useWords(designWords);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const boxes = filters.map((filter) => <FilterBox key={filter.name} filter={filter} state={state} />);
  if (filters.length < 2) return boxes;
  const count = filters.filter(({ name }) => state.filters[name]).length;
  return (
    <>
      <button
        type="button"
        className="button list-filters-button"
        data-look="plain"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? t('filtersOn', { count }) : t('filters')}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      <div id={id} className="list-filters" data-open={isOpen || undefined}>
        {boxes}
      </div>
    </>
  );
}

interface FilterBoxProps<Filter extends string> {
  readonly filter: ListFilter<Filter>;
  readonly state: ListState<Filter>;
}

function FilterBox<Filter extends string>({ filter, state }: FilterBoxProps<Filter>) {
  const t = useWords(designWords);
  const id = useId();
  const { name, label, options, all } = filter;
  const control = {
    id,
    className: 'input',
    value: state.filters[name],
    onChange: (event: { target: { value: string } }) => state.setFilter(name, event.target.value),
  };
  return (
    <div className="list-filter">
      <label htmlFor={id}>{label}</label>
      {options ? (
        <select {...control}>
          <option value="">{all ?? t('all')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input type="date" {...control} />
      )}
    </div>
  );
}

function SearchBox<Filter extends string>({
  state,
  hint,
}: Pick<DataListProps<unknown, Filter>, 'state'> & { readonly hint: string }) {
  const t = useWords(designWords);
  const id = useId();
  const [text, setText] = useState(state.search);
  const settled = useSettled(text);
  useEffect(() => {
    if (settled !== state.search) state.setSearch(settled);
    // Only what is typed moves the address; the address moves the box below.
  }, [settled]);
  useEffect(() => setText(state.search), [state.search]);
  return (
    <div className="list-search">
      <label htmlFor={id}>{t('search')}</label>
      <div className="list-search-box">
        <Icon name="search" />
        <input
          id={id}
          className="input"
          type="search"
          data-list-search
          placeholder={hint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text && <IconButton icon="close" size="small" label={t('clearSearch')} onClick={() => setText('')} />}
      </div>
    </div>
  );
}
