import { ConsoleLogger } from '@nestjs/common';
import { redacted } from './log-redaction.js';

/** What Nest says about itself while it starts; nobody who runs the product reads it. */
const noise = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

/** One JSON line per entry. Entries carry ids, never names, addresses or what somebody wrote; what an error repeats of it is taken out. */
export class ProcessLogger extends ConsoleLogger {
  constructor() {
    super({ json: true, compact: true, logLevels: ['log', 'warn', 'error', 'fatal'] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && noise.has(context)) return;
    super.log(redacted(message), ...rest);
  }

  override warn(message: unknown, ...rest: unknown[]): void {
    super.warn(redacted(message), ...rest.map(redacted));
  }

  override error(message: unknown, ...rest: unknown[]): void {
    super.error(redacted(message), ...rest.map(redacted));
  }

  override fatal(message: unknown, ...rest: unknown[]): void {
    super.fatal(redacted(message), ...rest.map(redacted));
  }
}
