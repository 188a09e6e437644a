import { deadCode } from './gates/dead-code.mjs';
import { floors } from './gates/floors.mjs';
import { format } from './gates/format.mjs';
import { layout } from './gates/layout.mjs';
import { lint } from './gates/lint.mjs';
import { migrations } from './gates/migrations.mjs';
import { schema } from './gates/schema.mjs';
import { types } from './gates/types.mjs';
import { words } from './gates/words.mjs';

/** Every gate: a name, and a `run(root, options)` that resolves to its findings, one text each; none means ok. */
export const gates = [format, types, lint, floors, layout, deadCode, schema, words, migrations];
