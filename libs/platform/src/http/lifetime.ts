import type { INestApplicationContext } from '@nestjs/common';

const longestDrain = 25_000;

/**
 * Ends the process in order on SIGTERM or SIGINT: first `beforeClose` (readiness turns 503), then what is under way finishes, then the
 * connections close. Tells a parent process when it is ready.
 */
export function liveUntilSignal(app: INestApplicationContext, beforeClose: () => void = () => undefined): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    beforeClose();
    setTimeout(() => process.exit(1), longestDrain).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  process.on('disconnect', () => void end());
  process.send?.({ ready: true });
}
