import { describe, expect, it } from '@jest/globals';
import { checkout } from '../../apps/launcher/data-dir.mjs';
import { choose } from '../selection.mjs';
import { summarise } from '../summary.mjs';

describe('npm test', () => {
  const suite = (status, ...tests) => ({
    status,
    assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
  });

  it('ends with the count, and names what was skipped', () => {
    const report = { testResults: [suite('passed', ['a', 'passed'], ['b', 'pending'], ['c', 'todo'])] };
    expect(summarise(report)).toEqual({
      lines: ['skipped: b', 'skipped: c', '1 passed, 0 failed, 2 skipped'],
      failed: 0,
    });
  });

  it('counts a suite that cannot be loaded as a failure', () => {
    expect(summarise({ testResults: [suite('failed'), suite('passed', ['a', 'passed'])] })).toEqual({
      lines: ['1 passed, 1 failed'],
      failed: 1,
    });
  });

  it('takes the name of a lib for exactly that lib, and hands options to jest', () => {
    const [pattern, ...options] = choose(checkout, ['launcher', '-t', 'refuses']);
    const matches = (path) => new RegExp(pattern).test(`${checkout}/${path}`);
    expect([matches('test/launcher/lock.spec.mjs'), matches('dist/libs/kernel/src/launcher/x.spec.js')]).toEqual([
      true,
      false,
    ]);
    expect(options).toEqual(['-t', 'refuses']);
  });

  it('matches any other word against the paths', () => {
    expect(choose(checkout, ['meeting-request.rules.spec.ts'])).toEqual(['meeting-request.rules.spec.js']);
  });
});
