import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';
import type { Config } from '../config/config.js';

const queueName = 'tinkuy';

/** BullMQ on Redis when `REDIS_URL` is set, on PostgreSQL otherwise. Nothing else in the product knows which. */
export function openQueue(config: Config): Queue {
  return config.redisUrl
    ? new Queue(queueName, { connection: redis(config.redisUrl), prefix: prefixOf(config) })
    : (new Queue(queueName, { connection: postgres(config) }, createPostgresBackend) as unknown as Queue);
}

/**
 * Jobs of a worker that died are taken up again within 20 seconds, as often as it takes: every job may be begun twice without harm, and our
 * own row counts the failures.
 */
const stalled = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 100 };

/** Prepares a consumer of `concurrency` jobs at a time; it begins with `run()`. */
export function openWorker(config: Config, processor: Processor, concurrency: number): Worker {
  const options = { concurrency, autorun: false, ...stalled };
  return config.redisUrl
    ? new Worker(queueName, processor, { ...options, connection: redis(config.redisUrl), prefix: prefixOf(config) })
    : (new Worker(
        queueName,
        processor,
        { ...options, connection: postgres(config) },
        createPostgresBackend,
      ) as unknown as Worker);
}

/** BullMQ opens and closes the connections itself, and asks that they never give up on a command. */
function redis(url: string) {
  return { url, maxRetriesPerRequest: null };
}

/** Installations that share one Redis are told apart by their database's name. */
function prefixOf(config: Config): string {
  return `tinkuy:${new URL(config.databaseUrl).pathname.slice(1)}`;
}

function postgres(config: Config) {
  return { connectionString: config.databaseUrl, max: 4, migrate: true };
}
