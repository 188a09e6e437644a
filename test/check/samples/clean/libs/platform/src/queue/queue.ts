import { Queue } from 'bullmq';

export function openQueue(name: string): Queue {
  return new Queue(name, { connection: {} });
}
