import type { Say } from '../../app/words.js';
import type { SessionDetail } from './sessions.queries.js';
import type { sessionWords } from './sessions.words.js';

/** As they stand in the form: the day apart from the times, so that a session keeps its day when its hour changes. */
export interface SessionValues extends Readonly<Record<string, unknown>> {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly day: string;
  /** `09:00`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly roomId: string;
  readonly blockId: string;
}

export type SessionWords = (typeof sessionWords)['words']['es'];

export function blankSession(day: string): SessionValues {
  return { kind: 'talk', title: '', summary: '', day, startsAt: '', endsAt: '', roomId: '', blockId: '' };
}

export function valuesOf({ kind, title, summary, startsLocal, endsLocal, room, block }: SessionDetail): SessionValues {
  const [day = '', startsAt = ''] = startsLocal.split('T');
  const endsAt = endsLocal.slice(11);
  return { kind, title, summary, day, startsAt, endsAt, roomId: room?.id ?? '', blockId: block?.id ?? '' };
}

export function checkSession(values: SessionValues, t: Say<SessionWords>) {
  return {
    kind: values.kind ? undefined : t('kindMissing'),
    title: values.title.trim() ? undefined : t('nameMissing'),
    day: values.day ? undefined : t('dayMissing'),
    startsAt: values.startsAt ? undefined : t('timeMissing'),
    endsAt: values.endsAt ? undefined : t('timeMissing'),
  };
}

/** Wall-clock times of the event's zone; the end falls on the day of the start. */
export function inputOf({ day, startsAt, endsAt, roomId, blockId, kind, title, summary }: SessionValues) {
  return {
    kind: kind as SessionDetail['kind'],
    title,
    summary,
    startsAt: `${day}T${startsAt}`,
    endsAt: `${day}T${endsAt}`,
    roomId: roomId || null,
    blockId: blockId || null,
  };
}
