import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo, useRef, type ReactNode } from 'react';
import type { ListData } from '../app/ask-hooks.js';
import type { ListState } from '../app/list-state.js';
import { useWords } from '../app/words.js';
import { Button } from './button.js';
import { ListBody } from './data-list-body.js';
import { ListHead } from './data-list-head.js';
import { ListTools, type ListFilter } from './data-list-tools.js';
import { designWords } from './design.words.js';
import type { MenuAction } from './menu.js';
import { EmptyState, Fault, Skeleton } from './status.js';

export const listFeatures = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});
export type ListFeatures = typeof listFeatures;

/** A column of a list. The first is the row's name: it leads to the row, and heads the card on a narrow screen. */
export interface ListColumn<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** By what the list is sorted here; without it the column is sorted by the server where `sortBy` says so. */
  readonly value?: (row: Row) => string | number;
  readonly isNumber?: boolean;
  readonly width?: string;
}

export interface DataListProps<Row, Filter extends string> {
  /** What the list shows, for readers: «Salas». */
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly data: ListData<Row>;
  readonly state: ListState<Filter>;
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly filters?: readonly ListFilter<Filter>[];
  /** Without it there is no search box. */
  readonly searchHint?: string;
  /** Columns that the server can sort by. Columns with a `value` of a list that came whole are sorted here. */
  readonly sortBy?: readonly string[];
  readonly actions?: (row: Row) => readonly (MenuAction | null)[];
  /** What can be done with the selected rows; without it there are no boxes to tick. */
  readonly bulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** What a list that never had a row teaches. */
  readonly empty: ReactNode;
}

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
