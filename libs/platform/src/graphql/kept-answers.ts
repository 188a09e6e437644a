import { Injectable } from '@nestjs/common';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a public answer was made of. It may be given again for as long as `current` tells the same version. */
export interface AnswerSource {
  readonly version: string;
  /** The version now, asked of the database; null when there is nothing to be seen any more. */
  readonly current: () => Promise<string | null>;
}

export interface KeptAnswer {
  readonly body: Buffer;
  readonly contentType: string;
  readonly sources: readonly AnswerSource[];
}

const encodings = { br: brotli, gzip: (body: Buffer) => gzipSync(body, { level: 6 }) } as const;

type Encoding = keyof typeof encodings;

function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/** Bytes of all kept answers together. */
const capacity = 32_000_000;

/** Answers of operations on published data, word for word, under everything that they depend on. The longest unused goes first. */
@Injectable()
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private readonly compressed = new WeakMap<KeptAnswer, Partial<Record<Encoding, Buffer>>>();
  private size = 0;

  keep(key: string, answer: KeptAnswer): void {
    this.drop(key);
    this.answers.set(key, answer);
    this.size += key.length + answer.body.length;
    for (const oldest of this.answers.keys()) {
      if (this.size <= capacity) return;
      this.drop(oldest);
    }
  }

  /** The answer, if each of its sources says that it still holds. */
  async find(key: string): Promise<KeptAnswer | null> {
    const answer = this.answers.get(key);
    if (!answer) return null;
    for (const { version, current } of answer.sources) {
      if ((await current()) === version) continue;
      this.drop(key);
      return null;
    }
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  /** The body as the client's Accept-Encoding wants it; compressed once. */
  bodyFor(answer: KeptAnswer, acceptEncoding = ''): { body: Buffer; encoding: Encoding | null } {
    const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(acceptEncoding));
    if (!encoding || answer.body.length < 1024) return { body: answer.body, encoding: null };
    const known = this.compressed.get(answer) ?? {};
    const body = (known[encoding] ??= encodings[encoding](answer.body));
    this.compressed.set(answer, known);
    return { body, encoding };
  }

  private drop(key: string): void {
    const answer = this.answers.get(key);
    if (!answer) return;
    this.size -= key.length + answer.body.length;
    this.answers.delete(key);
  }
}
