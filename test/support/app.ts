import { MailSinkModule } from '#communications';
import { Clock, ManualClock } from '#kernel';
import { Config, DemoClock, equipHttp, httpAdapter, QueueWorker, readConfig, WorkerModule } from '#platform';
import type { INestApplicationContext, Provider, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ApiModule } from '../../apps/api/api.module.js';
import { DomainModule } from '../../apps/domain.module.js';
import { cloneDatabase, type ClonedDatabase } from './database.js';

/** When every test begins, unless it says otherwise: two weeks before the II Encuentro, 09:00 in Lima. */
export const testStart = new Date('2025-06-06T14:00:00Z');

export interface TestApp {
  readonly clock: ManualClock;
  readonly dataSource: DataSource;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

export interface TestApi extends TestApp {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
}

export interface TestAppOptions {
  /** Also relays, runs jobs and sweeps in this process; `idle`: as soon as the test starts its QueueWorker. */
  readonly worker?: boolean | 'idle';
  readonly env?: Readonly<Record<string, string>>;
  /** Providers of the test's own, such as the handlers of jobs that it declares. */
  readonly providers?: readonly Provider[];
  /** The database of another test app, for a second process beside it or a restart; whoever cloned it drops it. */
  readonly database?: ClonedDatabase;
}

/** Every noun on a database of its own and a clock that stands still, without HTTP. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { builder, clock, drop } = await prepare(DomainModule, options);
  const app = await builder.compile();
  app.useLogger(['error', 'fatal']);
  await app.init();
  return running(app, clock, drop, options);
}

/** The whole API over HTTP on a free port. */
export async function testApi(options: TestAppOptions = {}): Promise<TestApi> {
  const { builder, clock, config, drop } = await prepare(ApiModule, options);
  const module = await builder.compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(config.trustedProxies), {
    logger: ['error', 'fatal'],
  });
  await equipHttp(app);
  await app.listen(0, '127.0.0.1');
  const base = await running(app, clock, drop, options);
  return { ...base, url: await app.getUrl() };
}

async function prepare(module: Type, options: TestAppOptions) {
  const database = options.database ?? (await cloneDatabase());
  const clock = new ManualClock(testStart);
  const config = readConfig({
    TINKUY_MODE: 'test',
    DATABASE_URL: database.url,
    // Nothing listens there: a test that reads mail gives the address of its own sink.
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET: 'a secret that only the tests know, 32+',
    PUBLIC_URL: 'http://localhost:3000',
    ...options.env,
  });
  const imports = options.worker ? [module, MailSinkModule, WorkerModule] : [module];
  const builder = Test.createTestingModule({ imports, providers: [...(options.providers ?? [])] })
    .overrideProvider(Config)
    .useValue(config)
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(DemoClock)
    .useValue({ set: (instant: Date) => Promise.resolve(clock.set(instant)) });
  return { builder, clock, config, drop: options.database ? () => Promise.resolve() : () => database.drop() };
}

async function running(
  app: INestApplicationContext,
  clock: ManualClock,
  drop: () => Promise<void>,
  options: TestAppOptions,
): Promise<TestApp> {
  if (options.worker === true) await app.get(QueueWorker).start();
  const close = async (): Promise<void> => {
    await app.close();
    await drop();
  };
  return { clock, dataSource: app.get(DataSource), get: (type) => app.get(type, { strict: false }), close };
}
