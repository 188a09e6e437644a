import { existsSync } from 'node:fs';
import { join } from 'node:path';

const takesValue = new Set(['-t', '--testNamePattern']);

/** Whether a word makes jest leave out tests of the files that it runs. */
export const narrows = (word) => word === '-t' || word.startsWith('--testNamePattern');

/**
 * Jest's arguments for what the caller named: a word that is a lib, an app or a folder of test/ selects exactly it,
 * any other word is matched against the paths, and options go to jest as they are.
 */
export function choose(checkout, words) {
  const options = [];
  const patterns = [];
  for (let at = 0; at < words.length; at++) {
    if (takesValue.has(words[at])) options.push(words[at], words[++at]);
    else if (words[at].startsWith('-')) options.push(words[at]);
    else patterns.push(pathPattern(checkout, words[at]));
  }
  // After the paths an option's list of values would swallow them.
  return [...patterns, ...options];
}

function pathPattern(checkout, word) {
  const folders = ['libs', 'apps', 'test'].filter((root) => existsSync(join(checkout, root, word)));
  if (folders.length === 0) return word.replace(/\.tsx?$/, '.js');
  const here = checkout.replace(/[^\w/-]/g, '\\$&');
  return `^${here}/(dist/)?(${folders.join('|')})/${word}/`;
}
