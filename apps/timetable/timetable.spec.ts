import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('./timetable.js', import.meta.url));

/** Three people who all want to meet each other at the only table, in as many slots as told. */
function instanceWith(slots: number): string {
  return [
    'nBusiness = 3;',
    'nMeetings = 3;',
    'nTables = 1;',
    `nTotalSlots = ${slots};`,
    `nMorningSlots = ${slots};`,
    'requested = [|1, 2, 3,',
    '|1, 3, 3,',
    '|2, 3, 3, |];',
    'forbidden = [{},{},{}];',
    'fixed = [0, 0, 0];',
    'precedences = [{},{},{}];',
  ].join('\n');
}

interface Outcome {
  readonly code: number | null;
  readonly lines: string[];
  readonly answer?: Record<string, unknown>;
}

describe('the timetable as a command', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'timetable-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(text: string, ...options: string[]): Outcome {
    const [file, out] = [join(folder, 'event.dzn'), join(folder, 'answer.json')];
    writeFileSync(file, text);
    const args = [command, file, '--seconds', '30', '--out', out, ...options];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const lines = stderr.trimEnd().split('\n');
    return status === 0 ? { code: 0, lines, answer: JSON.parse(readFileSync(out, 'utf8')) } : { code: status, lines };
  }

  it('writes a proved answer, slots counted from 1', () => {
    const { code, lines, answer } = run(instanceWith(3));
    expect(code).toBe(0);
    expect([...(answer!.slots as number[])].sort()).toEqual([1, 2, 3]);
    // Who meets at the first and the last slot waits once, whatever the order.
    expect(answer).toMatchObject({ placed: 3, priorityBound: 3, breaks: 1, bound: 1, proved: true });
    expect(lines.at(-1)).toBe('placed 3/3, breaks 1 (proved)');
  });

  it('places as many as can be where not all can, proves it and gives the reason of the rest', () => {
    const { code, lines, answer } = run(instanceWith(2), '--explain');
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      placed: 2,
      priorityBound: 2,
      breaks: 0,
      bound: 0,
      proved: true,
      placementProved: true,
    });
    expect([...(answer!.slots as number[])].sort()).toEqual([0, 1, 2]);
    expect(lines).toContain('placed 2/3 (proved: no more can be), breaks 0 (proved)');
    expect(lines.filter((line) => line.endsWith('has no place:'))).toHaveLength(1);
  });

  it('names line and fault of a broken file in one line', () => {
    const { code, lines } = run(instanceWith(3).replace('nTables = 1', 'nTables = many'));
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringMatching(/event\.dzn: .*3.*nTables must be a whole number, found "many"/)]);
  });
});
