import type { Row as TableRow } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { useUnderway } from '../app/ask-hooks.js';
import { useWords } from '../app/words.js';
import { IconButton } from './button.js';
import type { DataListProps, ListFeatures, ListTable } from './list-column.js';
import { designWords } from './design.words.js';
import { Menu } from './menu.js';
import { Pending } from './status.js';

type BodyProps<Row extends object, Filter extends string> = DataListProps<Row, Filter> & {
  readonly table: ListTable<Row>;
  readonly rows: readonly TableRow<ListFeatures, Row>[];
  readonly box: RefObject<HTMLDivElement | null>;
};

const rowHeight = 45;

/** On paper every loaded row is printed, not only those in view. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const onChange = () => setPrinting(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return isPrinting;
}

/** Where the list begins on the page: what stands above it may grow. */
function useOffset(box: RefObject<HTMLDivElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const body = box.current?.querySelector('.list-body');
      if (body) setOffset(Math.round(body.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [box]);
  return offset;
}

/** The arrows go from row to row, on the control on which the focus stands. */
function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const target = event.target as HTMLElement;
  const row = target.closest('.list-row');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const place = target.closest('[data-place]')?.getAttribute('data-place') ?? 'open';
  const control = next?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  if (!control || target.getAttribute('aria-haspopup')) return;
  event.preventDefault();
  control.focus();
}

export function ListBody<Row extends object, Filter extends string>(props: BodyProps<Row, Filter>) {
  const { rows, data, box } = props;
  const isPrinting = usePrinting();
  const underway = useUnderway();
  const scrollMargin = useOffset(box);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: isPrinting ? rows.length : 12,
    scrollMargin,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (data.hasMore && last >= rows.length - 20) data.loadMore();
  }, [data.hasMore, last, rows.length]);
  const above = (shown[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <div
      role="rowgroup"
      className="list-body"
      style={{ paddingTop: above, paddingBottom: below }}
      onKeyDown={goByArrows}
    >
      {shown.map(({ index, key }) => {
        const row = rows[index];
        const isUnderway = row !== undefined && underway.has(row.id);
        const place = { index, isUnderway, measure: virtualizer.measureElement };
        return row && <ListRow key={key} {...props} {...place} row={row} />;
      })}
    </div>
  );
}

type RowProps<Row extends object, Filter extends string> = BodyProps<Row, Filter> & {
  readonly row: TableRow<ListFeatures, Row>;
  readonly index: number;
  /** A deed about it is not confirmed yet. */
  readonly isUnderway: boolean;
  readonly measure: (element: HTMLElement | null) => void;
};

function ListRow<Row extends object, Filter extends string>(props: RowProps<Row, Filter>) {
  const { columns, row, index, isUnderway, measure, rowName, onOpen, bulk, actions } = props;
  const t = useWords(designWords);
  const item = row.original;
  return (
    <div role="row" className="list-row" aria-rowindex={index + 2} data-index={index} ref={measure}>
      {bulk && (
        <span role="cell" className="list-tick">
          <input
            type="checkbox"
            data-place="tick"
            aria-label={t('selectRow', { name: rowName(item) })}
            checked={row.getIsSelected()}
            onChange={row.getToggleSelectedHandler()}
          />
        </span>
      )}
      {columns.map((column, place) => (
        <span
          key={column.id}
          role="cell"
          data-head={place === 0 ? undefined : column.head}
          className={
            [place === 0 && 'list-name', column.isNumber && 'list-number'].filter(Boolean).join(' ') || undefined
          }
        >
          {place === 0 && onOpen ? (
            <button type="button" className="list-open" data-place="open" onClick={() => onOpen(item)}>
              {column.cell(item)}
            </button>
          ) : (
            column.cell(item)
          )}
          {place === 0 && isUnderway && (
            <>
              {' '}
              <Pending />
            </>
          )}
        </span>
      ))}
      {actions && (
        <span role="cell" className="list-more no-print">
          <Menu
            trigger={
              <IconButton icon="more" size="small" data-place="more" label={t('actionsOf', { name: rowName(item) })} />
            }
            actions={actions(item)}
          />
        </span>
      )}
    </div>
  );
}
