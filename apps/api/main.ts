import { BadEnvironment, Config, createHttpApp, liveUntilSignal, Readiness } from '#platform';
import { ApiModule } from './api.module.js';

async function main(): Promise<void> {
  const app = await createHttpApp(ApiModule);
  const config = app.get(Config);
  await app.listen(config.port, config.host);
  liveUntilSignal(app, () => app.get(Readiness).drain());
}

main().catch((error: Error) => {
  console.error(error instanceof BadEnvironment ? error.message : error);
  process.exit(1);
});
