import { ConsoleLogger } from '@nestjs/common';

/** What Nest says about itself while it starts; nobody who runs the product reads it. */
const noise = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

/** One JSON line per entry. Entries carry ids, never names, addresses or what somebody wrote. */
export class ProcessLogger extends ConsoleLogger {
  constructor() {
    super({ json: true, compact: true, logLevels: ['log', 'warn', 'error', 'fatal'] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && noise.has(context)) return;
    super.log(message, ...rest);
  }
}
