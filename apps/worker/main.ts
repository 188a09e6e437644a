import { BadEnvironment, liveUntilSignal, processConfig, ProcessLogger, QueueWorker } from '#platform';
import { NestFactory } from '@nestjs/core';
import { WorkerProcessModule } from './worker-process.module.js';

async function main(): Promise<void> {
  processConfig();
  const app = await NestFactory.createApplicationContext(WorkerProcessModule, {
    logger: new ProcessLogger(),
    abortOnError: false,
  });
  await app.get(QueueWorker).start();
  liveUntilSignal(app);
}

main().catch((error: Error) => {
  console.error(error instanceof BadEnvironment ? error.message : error);
  process.exit(1);
});
