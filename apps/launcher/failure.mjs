/** A fault that its reader can mend: printed as one line, without a stack. */
export class Failure extends Error {}

export function reportAndExit(error) {
  if (error instanceof Failure) console.error(`\n${error.message}`);
  else console.error('\n', error);
  process.exit(1);
}
