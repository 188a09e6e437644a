import { useEffect, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../app/words.js';
import { IconButton } from './button.js';
import { designWords } from './design.words.js';
import { Icon } from './icon.js';
import { Menu, type MenuAction } from './menu.js';
import { Pending } from './status.js';

interface OrderedListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  readonly actions?: (row: Row) => readonly (MenuAction | null)[];
  /** Every id in the wanted order. Answers whether it was saved: if not, the rows go back. Absent: the order stands. */
  readonly onReorder?: (ids: readonly string[]) => Promise<boolean>;
}

/** The ids with one of them put at another place. */
function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, index) => index !== from);
  const id = ids[from];
  return id === undefined ? rest : [...rest.slice(0, to), id, ...rest.slice(to)];
}

/**
 * Rows whose order means something: protocol, the agenda's themes. They are dragged by the handle, moved by the buttons, or by Alt with an
 * arrow. The new order is shown at once, and goes back when the server refuses it.
 */
export function OrderedList<Row>(props: OrderedListProps<Row>) {
  const { label, rows, rowId, rowName, onReorder } = props;
  const t = useWords(designWords);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => setWanted(null), [rows]);
  const ids = wanted ?? rows.map(rowId);
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []);

  const move = async (from: number, to: number) => {
    const row = shown[from];
    if (!onReorder || !row || to < 0 || to >= ids.length || to === from) return;
    const next = moved(ids, from, to);
    setWanted(next);
    setSaid(t('movedTo', { name: rowName(row), place: to + 1, of: ids.length }));
    setUnsaved(rowId(row));
    if (!(await onReorder(next))) setWanted(null);
    setUnsaved(null);
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged !== null) void move(dragged, to);
    setDragged(null);
  };
  return (
    <>
      <ol className="ordered" aria-label={label}>
        {shown.map((row, index) => (
          <li
            key={rowId(row)}
            className="ordered-row"
            data-dragged={dragged === index || undefined}
            draggable={onReorder !== undefined && dragged === index}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => drop(event, index)}
            onDragEnd={() => setDragged(null)}
          >
            {onReorder && <Handle index={index} grab={setDragged} />}
            <span className="ordered-place number">{index + 1}</span>
            <div className="grow ordered-content">
              {props.children(row)} {unsaved === rowId(row) && <Pending />}
            </div>
            <RowTools {...props} row={row} index={index} count={ids.length} move={(to) => void move(index, to)} />
          </li>
        ))}
      </ol>
      <span className="hidden-text" role="status">
        {said}
      </span>
    </>
  );
}

/** Only for pointers: whoever has none uses the buttons. The row is draggable while the handle is held, so that its text can be selected. */
function Handle({ index, grab }: { readonly index: number; readonly grab: (index: number | null) => void }) {
  return (
    <span
      className="ordered-handle no-print"
      aria-hidden="true"
      onPointerDown={() => grab(index)}
      onPointerUp={() => grab(null)}
    >
      <Icon name="grip" />
    </span>
  );
}

interface ToolsProps<Row> extends OrderedListProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly count: number;
  readonly move: (to: number) => void;
}

function RowTools<Row>({ row, rowName, index, count, move, onReorder, actions }: ToolsProps<Row>) {
  const t = useWords(designWords);
  const name = rowName(row);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    <span className="ordered-tools no-print" onKeyDown={onKeyDown}>
      {onReorder && (
        <>
          <IconButton
            icon="up"
            size="small"
            label={t('moveUp', { name })}
            aria-disabled={index === 0}
            onClick={() => move(index - 1)}
          />
          <IconButton
            icon="down"
            size="small"
            label={t('moveDown', { name })}
            aria-disabled={index === count - 1}
            onClick={() => move(index + 1)}
          />
        </>
      )}
      {actions && (
        <Menu
          trigger={<IconButton icon="more" size="small" label={t('actionsOf', { name })} />}
          actions={actions(row)}
        />
      )}
    </span>
  );
}
