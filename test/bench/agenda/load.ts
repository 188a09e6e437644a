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

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly etag: string;
}

function answer({ statusCode = 0, headers }: IncomingMessage, parts: readonly Buffer[]): Answer {
  return { status: statusCode, text: Buffer.concat(parts).toString(), etag: headers.etag ?? '' };
}

function send(call: Call, n: number, agent: Agent): Promise<Answer> {
  const body = call.body?.(n);
  const headers = { ...call.headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) };
  return new Promise((resolve, reject) => {
    const sent = request(call.url, { method: call.method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(answer(response, parts)));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One call; throws when the answer is not the expected one. */
export async function once(call: Call, n = 0, agent = new Agent()): Promise<Answer> {
  const answer = await send(call, n, agent);
  if (answer.status === call.expected) return answer;
  throw new Error(`${call.url} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
}

/** Requests per second of so many clients that each wait for their answer, for so long. */
export async function rate(call: Call, clients: number, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const start = performance.now();
  let n = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) await once(call, ++n, agent);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return n / seconds;
}
