import type { Progress } from '#meetings/timetable';

/** Where progress is written: a terminal, or a file that keeps every line. */
export interface Screen {
  readonly isTTY?: boolean;
  /** Characters per line of a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\x1b[K';

/** On a terminal one line that is drawn anew; elsewhere a line for each item. */
export async function showProgress(progress: AsyncIterable<Progress>, screen: Screen): Promise<void> {
  for await (const item of progress) {
    const line = lineOf(item);
    screen.write(screen.isTTY ? CLEAR_LINE + inOneLine(line, screen) : `${line}\n`);
  }
  if (screen.isTTY) screen.write('\n');
}

/** A line that goes on below would be cleared only in part, and leave a trail. */
function inOneLine(line: string, { columns }: Screen): string {
  return columns ? line.slice(0, columns - 1) : line;
}

function lineOf({ placed, meetings, worst, breaks, bound, gap, seconds, foundBy }: Progress): string {
  const percent = `${Math.round(gap * 100)} %`;
  return (
    `${seconds.toFixed(1).padStart(6)} s  placed ${placed}/${meetings}  breaks ${breaks} (bound ${bound}, gap ${percent})` +
    `  most of one person ${worst}  by ${foundBy}`
  );
}
