import { printedSchema } from '#platform';

process.stdout.write(await printedSchema());
