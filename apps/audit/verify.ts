import { verifyAudit, type ChainHead } from '#identity';
import { BadEnvironment, connect, processDatabaseUrl } from '#platform';

const usage = 'Usage: npm run audit:verify [-- POSITION:HASH]   (an end of the chain that was noted earlier)';

function knownHead(argument: string | undefined): ChainHead | undefined {
  if (argument === undefined) return undefined;
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(argument) ?? [];
  if (!hash) throw new BadArgument(usage);
  return { position: Number(position), hash };
}

class BadArgument extends Error {}

async function main(): Promise<number> {
  const known = knownHead(process.argv[2]);
  const database = await connect(processDatabaseUrl(), 2);
  try {
    const began = performance.now();
    const { fault, head, erased, unsealed, unsealedSince } = await verifyAudit(database, known);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${head.position} entries hold (${erased} with erased values), read in ${seconds} s.`);
    if (unsealed > 0)
      console.log(`${unsealed} wait for the worker to seal them, since ${unsealedSince?.toISOString()}.`);
    if (fault) {
      console.error(`Entry ${fault.position} (${fault.entryId}) is not as it was written. ${fault.what}.`);
      return 1;
    }
    console.log(`The chain ends with ${head.position}:${head.hash}`);
    return 0;
  } finally {
    await database.destroy();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof BadEnvironment || error instanceof BadArgument)) throw error;
  console.error(error.message);
  return 2;
});
