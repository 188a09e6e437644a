import { useWords } from '../app/words.js';
import type { DataListProps, ListTable } from './list-column.js';
import { designWords } from './design.words.js';
import { Icon } from './icon.js';

type HeadProps<Row extends object, Filter extends string> = DataListProps<Row, Filter> & {
  readonly table: ListTable<Row>;
};

export function ListHead<Row extends object, Filter extends string>({
  columns,
  state,
  table,
  bulk,
  actions,
}: HeadProps<Row, Filter>) {
  const t = useWords(designWords);
  const sortOf = (id: string) =>
    state.sort?.by === id ? (state.sort.isDescending ? 'descending' : 'ascending') : undefined;
  /** Up, down, and back to the list's own order. */
  const turn = (id: string) => {
    const now = sortOf(id);
    state.setSort(now === 'descending' ? null : { by: id, isDescending: now === 'ascending' });
  };
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" className="list-row">
        {bulk && (
          <span role="columnheader" className="list-tick">
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={table.getIsAllRowsSelected()}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </span>
        )}
        {columns.map((column) => (
          <span
            key={column.id}
            role="columnheader"
            aria-sort={sortOf(column.id)}
            className={column.isNumber ? 'list-number' : undefined}
          >
            {table.getColumn(column.id)?.getCanSort() ? (
              <button
                type="button"
                className="list-sort"
                aria-label={t('sortBy', { name: column.head })}
                onClick={() => turn(column.id)}
              >
                {column.head}
                <Icon name={sortOf(column.id) === 'ascending' ? 'up' : sortOf(column.id) ? 'down' : 'sort'} />
              </button>
            ) : (
              column.head
            )}
          </span>
        ))}
        {actions && (
          <span role="columnheader">
            <span className="hidden-text">{t('actions')}</span>
          </span>
        )}
      </div>
    </div>
  );
}
