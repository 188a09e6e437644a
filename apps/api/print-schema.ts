import { printedSchema } from '#platform';
import { ApiModule } from './api.module.js';

process.stdout.write(await printedSchema(ApiModule));
