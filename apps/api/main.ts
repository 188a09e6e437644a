import { BadEnvironment, createHttpApp, liveUntilSignal, processConfig, Readiness } from '#platform';
import { ApiModule } from './api.module.js';

async function main(): Promise<void> {
  const config = processConfig();
  const app = await createHttpApp(ApiModule);
  await app.listen(config.port, config.host);
  liveUntilSignal(app, () => app.get(Readiness).drain());
}

main().catch((error: Error) => {
  console.error(error instanceof BadEnvironment ? error.message : error);
  process.exit(1);
});
