import { useSyncExternalStore } from 'react';
import { useWords } from '../app/words.js';
import { Button, IconButton } from './button.js';
import { designWords } from './design.words.js';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'bad';
  readonly undo?: () => Promise<unknown>;
}

/** Long enough to read and to reach the undo with a keyboard. */
const shownFor = 10_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function drop(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Says what was done; with `undo`, which answers null when it could not be, it can be taken back. Ctrl-Z takes back the latest. */
export function toast(text: string, options: { tone?: 'good' | 'bad'; undo?: () => Promise<unknown> } = {}): void {
  const id = ++last;
  set([...toasts.slice(-2), { id, text, tone: options.tone ?? 'good', ...(options.undo && { undo: options.undo }) }]);
  setTimeout(() => drop(id), shownFor);
}

/** Takes back the latest deed that can be; answers whether there was one. */
export function undoLatest(): boolean {
  const latest = toasts.findLast((entry) => entry.undo);
  if (!latest?.undo) return false;
  drop(latest.id);
  void latest.undo();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const t = useWords(designWords);
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div role="status" aria-live="polite" aria-atomic="false">
      <ul className="toasts">
        {shown.map(({ id, text, tone, undo }) => (
          <li key={id} className="toast" data-tone={tone}>
            <span className="grow">{text}</span>
            {undo && (
              <Button
                size="small"
                onClick={() => {
                  drop(id);
                  void undo().then((answer) => answer !== null && toast(t('undone')));
                }}
              >
                {t('undo')}
              </Button>
            )}
            <IconButton icon="close" size="small" label={t('close')} onClick={() => drop(id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
