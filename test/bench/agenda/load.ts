import { Agent, request, type IncomingMessage } from 'node:http';

/** What one client sends, again and again. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of the n-th call. */
  readonly body?: (n: number) => string;
  readonly expected: number;
}

function send(call: Call, n: number, agent: Agent): Promise<IncomingMessage> {
  const body = call.body?.(n);
  const headers = { ...call.headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) };
  return new Promise((resolve, reject) => {
    const sent = request(call.url, { method: call.method, headers, agent }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One call with its whole answer; throws when it is not the expected one. */
export async function once(call: Call, n = 0): Promise<{ text: string; etag: string }> {
  const response = await send(call, n, new Agent());
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  if (response.statusCode === call.expected) return { text, etag: response.headers.etag ?? '' };
  throw new Error(`${call.url} answered ${response.statusCode}: ${text.slice(0, 300)}`);
}

/** As cheap for the client as can be: the answer is read to its end and thrown away. */
async function drained(call: Call, n: number, agent: Agent): Promise<void> {
  const response = await send(call, n, agent);
  if (response.statusCode !== call.expected) throw new Error(`${call.url} answered ${response.statusCode}`);
  await new Promise((resolve, reject) => response.on('end', resolve).on('error', reject).resume());
}

/** Requests per second of so many clients that each wait for their answer, for so long. */
export async function rate(call: Call, clients: number, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const start = performance.now();
  let n = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) await drained(call, ++n, agent);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return n / seconds;
}
