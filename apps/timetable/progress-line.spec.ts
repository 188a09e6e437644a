import type { Progress } from '#meetings/timetable';
import { showProgress } from './progress-line.js';

const better: readonly Partial<Progress>[] = [
  { seconds: 0.04, breaks: 9, bound: 2, gap: 7 / 9 },
  { seconds: 1.26, breaks: 4, bound: 4, gap: 0, foundBy: 'solver' },
];

async function* falling(): AsyncGenerator<Progress> {
  for (const item of better) {
    yield { placed: 12, meetings: 12, worst: 1, breaks: 0, bound: 0, gap: 0, seconds: 0, foundBy: 'search', ...item };
  }
}

async function written(screen: { isTTY?: boolean; columns?: number }): Promise<string> {
  let text = '';
  await showProgress(falling(), { ...screen, write: (part: string) => (text += part) });
  return text;
}

/** What a terminal of so many columns shows in the end: drawing anew clears only the row that the line has come to. */
function shown(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => {
    const rows: string[] = [];
    for (const drawn of line.split('\r\x1b[K')) {
      rows.pop();
      for (let from = 0; from === 0 || from < drawn.length; from += columns)
        rows.push(drawn.slice(from, from + columns));
    }
    return rows;
  });
}

describe('the progress line', () => {
  it('is drawn in place on a terminal, and the last one stays', async () => {
    expect(shown(await written({ isTTY: true, columns: 120 }), 120)).toEqual([
      '   1.3 s  placed 12/12  breaks 4 (bound 4, gap 0 %)  most of one person 1  by solver',
      '',
    ]);
  });

  it('leaves no trail on a terminal that is narrower than the line', async () => {
    expect(shown(await written({ isTTY: true, columns: 40 }), 40)).toEqual([
      '   1.3 s  placed 12/12  breaks 4 (bound',
      '',
    ]);
  });

  it('is a line for each step in a file', async () => {
    expect(await written({})).toBe(
      '   0.0 s  placed 12/12  breaks 9 (bound 2, gap 78 %)  most of one person 1  by search\n' +
        '   1.3 s  placed 12/12  breaks 4 (bound 4, gap 0 %)  most of one person 1  by solver\n',
    );
  });
});
