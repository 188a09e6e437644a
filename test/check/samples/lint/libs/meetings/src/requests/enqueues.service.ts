import { Queue } from 'bullmq';
import { createTransport } from 'nodemailer';
import Redis from 'ioredis';
import { Queue as Deep } from 'bullmq/dist/esm/classes/queue.js';

export { MailTransport, QueueWorker } from '#platform';

export async function enqueue(): Promise<unknown[]> {
  const late = await import('bullmq');
  return [Queue, createTransport, Redis, Deep, late];
}
