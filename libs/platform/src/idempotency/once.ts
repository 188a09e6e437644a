import { declareRefusals, isRefusal, Refusal } from '#kernel';
import { createHash } from 'node:crypto';
import { nothingChanged } from '../audit/deed-watch.js';
import type { Work } from '../database/unit-of-work.js';

const refusals = declareRefusals({
  IDEMPOTENCY_KEY_REUSED: {
    es: 'Este envío ya se usó con otros datos. Vuelva a abrir el formulario y envíelo de nuevo.',
    en: 'This submission was already used with other data. Open the form again and send it once more.',
  },
});

/** One submission: the operation's name, the client's key (null: none was given), and everything that was sent. */
export interface Submission {
  readonly operation: string;
  readonly key: string | null;
  readonly request: unknown;
}

interface Kept {
  readonly refusal?: { code: string; details: Record<string, string>; field?: string };
  readonly value?: unknown;
}

/**
 * Does `make` once per key: a repeated submission gets the first one's answer, also while the first is still under way (the unique key
 * makes it wait). The answer must survive JSON: ids, not rows. Without a key it simply does it.
 */
export async function once<T>(
  work: Work,
  submission: Submission,
  make: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (submission.key === null) return make();
  const key = `${submission.operation}:${submission.key}`;
  const requestHash = createHash('sha256').update(JSON.stringify(submission.request)).digest('hex');
  const inserted = await work.manager.query<{ key: string }[]>(
    'INSERT INTO idempotency_key (key, request_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key',
    [key, requestHash, work.now],
  );
  if (inserted.length === 0) return repeated<T>(work, key, requestHash);
  const answer = await make();
  await work.manager.query('UPDATE idempotency_key SET answer = $2 WHERE key = $1', [
    key,
    JSON.stringify(keep(answer)),
  ]);
  return answer;
}

async function repeated<T>(work: Work, key: string, requestHash: string): Promise<T | Refusal> {
  const [row] = await work.manager.query<{ request_hash: string; answer: Kept }[]>(
    'SELECT request_hash, answer FROM idempotency_key WHERE key = $1',
    [key],
  );
  if (row.request_hash !== requestHash) return refusals.IDEMPOTENCY_KEY_REUSED();
  const { refusal, value } = row.answer;
  return nothingChanged(refusal ? new Refusal(refusal.code, refusal.details, refusal.field) : (value as T));
}

function keep(answer: unknown): Kept {
  if (!isRefusal(answer)) return { value: answer };
  const { code, details, field } = answer as Refusal;
  return { refusal: { code, details: details as Record<string, string>, field } };
}
