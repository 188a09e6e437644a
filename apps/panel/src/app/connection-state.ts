import { useSyncExternalStore } from 'react';

/** How long to wait before the n-th attempt to reach the server again, in milliseconds. */
const waits = [1_000, 2_000, 4_000, 8_000];

let isLost = false;
let attempt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const recovered = new Set<() => void>();

function tell(value: boolean): void {
  if (isLost === value) return;
  isLost = value;
  for (const listener of listeners) listener();
  if (!value) for (const listener of recovered) listener();
}

async function isAlive(): Promise<boolean> {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function tryAgain(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (await isAlive()) {
    attempt = 0;
    tell(false);
  } else {
    tell(true);
    schedule();
  }
}

function schedule(): void {
  timer ??= setTimeout(() => void tryAgain(), waits[Math.min(attempt++, waits.length - 1)]);
}

/** Whether the server answers. Lost by a failed request or by the browser's word; found again by asking its health. */
export const connection = {
  lost(): void {
    tell(true);
    schedule();
  },
  tryAgain,
  watch(whenRecovered: () => void): () => void {
    const offline = () => this.lost();
    const online = () => void tryAgain();
    window.addEventListener('offline', offline);
    window.addEventListener('online', online);
    recovered.add(whenRecovered);
    return () => {
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', online);
      recovered.delete(whenRecovered);
    };
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnectionLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost);
}
