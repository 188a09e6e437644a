import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.js';

const queueName = 'tinkuy';

/** BullMQ on Redis when `REDIS_URL` is set, on PostgreSQL otherwise. Nothing else in the product knows which. */
export function openQueue(config: Config): Queue {
  return config.redisUrl
    ? new Queue(queueName, { connection: redis(config.redisUrl) })
    : (new Queue(queueName, { connection: postgres(config) }, createPostgresBackend) as unknown as Queue);
}

/** Prepares a consumer of `concurrency` jobs at a time; it begins with `run()`. */
export function openWorker(config: Config, processor: Processor, concurrency: number): Worker {
  const options = { concurrency, autorun: false };
  return config.redisUrl
    ? new Worker(queueName, processor, { ...options, connection: redis(config.redisUrl) })
    : (new Worker(
        queueName,
        processor,
        { ...options, connection: postgres(config) },
        createPostgresBackend,
      ) as unknown as Worker);
}

/** BullMQ asks for connections that never give up on a command. */
function redis(url: string): Redis {
  return new Redis(url, { maxRetriesPerRequest: null });
}

function postgres(config: Config) {
  return { connectionString: config.databaseUrl, max: 4, migrate: true };
}
