import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The data stands beside the sources and is not compiled: from the compiled file, up to the root and down again. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../..');
const file = path.join(root, 'libs/identity/data/common_passwords.txt');

let read: ReadonlySet<string> | undefined;

/** What others chose before, in lower case. Read when somebody first chooses a password. */
export function commonPasswords(): ReadonlySet<string> {
  read ??= new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return read;
}
