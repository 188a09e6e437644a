import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { glob } from './glob.js';
import { SnakeCaseNames } from './naming.js';
import { scopedPool, type Scoped } from './scoped-pool.js';

type Class = new () => object;

/** The driver as it is, but for its pool. */
function driverFor(scoped: Scoped): object {
  return Object.assign(Object.create(pg) as object, { Pool: scopedPool(scoped) });
}

/** The classes that the compiled files of every lib export, found by their suffix: a new entity needs no list. */
async function classesIn(suffix: string): Promise<Class[]> {
  const files = await glob(suffix);
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is Class => typeof value === 'function'),
  );
}

/**
 * Connects to PostgreSQL with the entities and migrations of every lib.
 * `pool` is the greatest number of connections that this process opens. Without `scoped` it is the owner who asks, whoever it is for.
 */
export async function connect(url: string, pool: number, scoped?: Scoped): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    ...(scoped && { driver: driverFor(scoped) }),
    entities: await classesIn('.entity.js'),
    migrations: await classesIn('/migrations/'),
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNames(),
    poolSize: pool,
    // Also how long a request waits for a free connection: a burst of hundreds is waited out, not failed.
    extra: { connectionTimeoutMillis: 15_000, idleTimeoutMillis: 30_000 },
    installExtensions: false,
    logging: false,
  });
  return dataSource.initialize();
}
