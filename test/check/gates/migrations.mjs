import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { linesOf, runNode } from '../tool.mjs';
import { build } from './types.mjs';

const drift = 'dist/apps/database/drift.js';
const launcher = new URL('../../../apps/launcher/postgres.mjs', import.meta.url);

/** Lends an empty database on a server of its own, and takes both away afterwards. */
async function withScratchDatabase(use) {
  const { startPostgres } = await import(launcher);
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'tinkuy-migrations-'));
  // Started by root, the server runs as somebody else, who must get in.
  await fs.chmod(directory, 0o755);
  try {
    const server = await startPostgres(directory, { sync: false, settings: { fsync: 'off' } });
    try {
      return await use(server.url('postgres'));
    } finally {
      await server.stop();
      await fs.rm(server.home, { recursive: true, force: true });
    }
  } finally {
    await fs.rm(directory, { recursive: true, force: true });
  }
}

export const migrations = {
  name: 'migrations',
  async run(root, { built }) {
    if (!built && (await build(root)).code !== 0) return ['not judged: the code does not compile (see types)'];
    if (!existsSync(path.join(root, drift))) return [`there is no ${drift}: what compares migrations and entities?`];
    return withScratchDatabase(async (url) => {
      // What a package has to say about itself is no finding.
      const env = { DATABASE_URL: url, NODE_NO_WARNINGS: '1' };
      const result = await runNode(drift, [], { root, env });
      const printed = [...linesOf(result.stdout), ...linesOf(result.stderr)];
      if (result.code === 0) return [];
      return printed.length ? printed : [`${drift} ended with ${result.code} and said nothing`];
    });
  },
};
