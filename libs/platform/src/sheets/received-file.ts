import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { workbookType } from './workbook.js';

const fileTypes = ['text/csv', 'application/vnd.ms-excel', 'application/octet-stream', workbookType];

/** Lets routes take files. Nothing is read of them before the route has asked who sends them. */
export function takeFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(fileTypes, (_, payload, done) => done(null, payload));
}

/** The bytes of a file, or null as soon as they are more than `limit`. */
export async function bytesOf(body: unknown, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as Readable) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
