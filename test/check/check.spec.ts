import fs from 'node:fs';
import path from 'node:path';
import { check, checkDrift, checkTwice, samples } from './house-samples.js';

const limit = 180_000;
const gates = ['format', 'types', 'lint', 'floors', 'layout', 'dead-code', 'schema', 'words', 'migrations'];
const findingsOf = (gate: string): string[] => {
  const listed = fs.readFileSync(path.join(samples, `${gate}.findings.json`), 'utf8');
  return JSON.parse(listed) as string[];
};

it(
  'accepts the clean house at every gate',
  async () => {
    const verdict = await check([]);
    // Every gate that the check runs is in this list, so none is without its offending sample.
    expect(verdict).toEqual({ exitCode: 0, findings: Object.fromEntries(gates.map((gate) => [gate, []])) });
  },
  limit,
);

it.each(gates.filter((gate) => gate !== 'lint' && gate !== 'migrations'))(
  'refuses the offending sample of %s, and says what is wrong with it',
  async (gate) => {
    const verdict = await check([gate], gate);
    expect(verdict).toEqual({ exitCode: 1, findings: { [gate]: findingsOf(gate) } });
  },
  limit,
);

describe('lint', () => {
  let verdict: ReturnType<typeof check> | undefined;
  const linted = () => (verdict ??= check(['lint'], 'lint'));

  it(
    'refuses the offending sample, and says what is wrong with it',
    async () => {
      expect(await linted()).toEqual({ exitCode: 1, findings: { lint: findingsOf('lint') } });
    },
    limit,
  );

  it(
    'leaves a service no way to enqueue or to mail by itself: the outbox is the only one',
    async () => {
      const { findings } = await linted();
      const refused = findings.lint.filter((finding) => finding.includes('enqueues.service.ts'));
      expect(refused.map((finding) => /:(\d+):.*\((.+)\)$/.exec(finding)?.slice(1).join(' '))).toEqual([
        '1 house/queue',
        '2 house/mail',
        '3 house/queue',
        '4 house/queue',
        '6 house/mail-transport',
        '6 house/worker-engine',
        '9 house/queue-dynamic',
      ]);
    },
    limit,
  );
});

it(
  'judges a file anew when only a type that it uses has changed',
  async () => {
    const [before, after] = await checkTwice('lint', 'lint-memory');
    expect(before.findings.lint).toEqual([]);
    expect(after.findings.lint.map((finding) => /^(.*):.*\((.+)\)$/.exec(finding)?.slice(1))).toEqual([
      ['libs/people/src/visit.ts:4', '@typescript-eslint/no-floating-promises'],
    ]);
  },
  limit,
);

it(
  'refuses a column that no migration made, and a migration whose way back leaves something behind',
  async () => {
    const verdict = await checkDrift('migrations');
    expect(verdict.findings.migrations).toEqual(findingsOf('migrations'));
  },
  limit,
);

it('exits with a plain word when it is asked for a gate that does not exist', async () => {
  await expect(check(['flor'])).rejects.toThrow(/^No gate is called flor\. There are: format, types, /);
});
