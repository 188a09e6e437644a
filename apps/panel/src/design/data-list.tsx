import { useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { useWords } from '../app/words.js';
import { Button } from './button.js';
import { ListBody } from './data-list-body.js';
import { ListHead } from './data-list-head.js';
import { ListTools } from './data-list-tools.js';
import { designWords } from './design.words.js';
import { listFeatures, type DataListProps, type ListFeatures } from './list-column.js';
import { EmptyState, Fault, Skeleton } from './status.js';

/** The one list of the panel: long, filtered in the address, keyboard through and through, cards on a narrow screen. */
export function DataList<Row extends object, Filter extends string = never>(props: DataListProps<Row, Filter>) {
  const { columns, data, state, rowId, sortBy } = props;
  const t = useWords(designWords);
  const box = useRef<HTMLDivElement>(null);
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<ListFeatures, Row> => ({
        id: column.id,
        accessorFn: (row) => column.value?.(row) ?? '',
        sortFn: 'alphanumeric',
        enableSorting: Boolean(sortBy?.includes(column.id) || (!sortBy && column.value)),
      })),
    [columns, sortBy],
  );
  const sorting = useMemo(
    () => (state.sort ? [{ id: state.sort.by, desc: state.sort.isDescending }] : []),
    [state.sort?.by, state.sort?.isDescending],
  );
  const table = useTable({
    features: listFeatures,
    columns: definitions,
    data: data.rows,
    getRowId: rowId,
    manualSorting: Boolean(sortBy),
    state: { sorting },
  });
  const rows = table.getRowModel().rows;
  const selected = props.bulk ? table.getSelectedRowModel().rows.map((row) => row.original) : [];
  const clear = () => table.resetRowSelection(true);

  return (
    <div className="list" ref={box}>
      <ListTools {...props} />
      {selected.length > 0 && (
        <div className="list-bulk row" role="region" aria-label={t('selected', { count: selected.length })}>
          <strong>{t('selected', { count: selected.length })}</strong>
          {props.bulk?.(selected, clear)}
          <Button look="quiet" size="small" onClick={clear}>
            {t('clearSelection')}
          </Button>
        </div>
      )}
      {data.error && <Fault error={data.error} retry={data.retry} />}
      {data.isLoading && !data.error && <Skeleton lines={8} />}
      {!data.isLoading &&
        !data.error &&
        rows.length === 0 &&
        (state.isNarrowed ? <NoMatch reset={state.reset} /> : props.empty)}
      {rows.length > 0 && (
        <div
          role="table"
          className="list-table"
          aria-label={props.label}
          aria-rowcount={data.total + 1}
          style={{ '--list-columns': gridOf(props) } as never}
          aria-busy={data.isFetching}
        >
          <ListHead {...props} table={table} />
          <ListBody {...props} table={table} rows={rows} box={box} />
        </div>
      )}
    </div>
  );
}

function gridOf<Row, Filter extends string>({ columns, bulk, actions }: DataListProps<Row, Filter>): string {
  const widths = columns.map(({ width }, index) => width ?? (index === 0 ? 'minmax(12rem, 2fr)' : 'minmax(6rem, 1fr)'));
  return [bulk && '2.5rem', ...widths, actions && '3rem'].filter(Boolean).join(' ');
}

function NoMatch({ reset }: { readonly reset: () => void }) {
  const t = useWords(designWords);
  return (
    <EmptyState title={t('noMatch')} actions={<Button onClick={reset}>{t('showAll')}</Button>}>
      {null}
    </EmptyState>
  );
}
