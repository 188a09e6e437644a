import { fill, type Language, type Words } from '#kernel';
import { contradictionWords } from '../contradiction.words.js';
import { Names } from '../names.js';
import type { TimetableProblem } from '../problem.js';
import type { Explanation } from './explain.js';
import type { Reason } from './reasons.js';
import type { Relaxation } from './relaxation.js';

const reasonWords: Readonly<Record<Reason['code'], Words>> = {
  CANNOT_BE_HELD: { es: 'le falta la otra parte', en: 'it lacks the other party' },
  FIXED_ELSEWHERE: { es: 'está fijada a las {slot}', en: 'it is fixed at {slot}' },
  FORBIDDEN: { es: 'no puede ser a esa hora', en: 'it may not be then' },
  OTHER_HALF: { es: 'se pidió para la otra mitad del día', en: 'it was asked for the other half of the day' },
  AWAY: { es: '{who} no está', en: '{who} is away' },
  IN_SESSION: { es: '{who} está en «{session}»', en: '{who} is at “{session}”' },
  BUSY: { es: '{who} está en la reunión {meeting}', en: '{who} is in the meeting {meeting}' },
  NO_TABLE: { es: 'las {tables} mesas están ocupadas', en: 'all {tables} tables are taken' },
  TOO_FAR: { es: 'ninguna mesa libre queda lo bastante cerca', en: 'no free table is near enough' },
  MUST_COME_AFTER: { es: 'antes debe terminar {meeting}', en: '{meeting} must be over before' },
  MUST_COME_BEFORE: { es: 'debe terminar antes de {meeting}', en: 'it must be over before {meeting}' },
  OVER_CAP: { es: '{who} ya tiene sus {cap} reuniones', en: '{who} already has {cap} meetings' },
};

const relaxationWords: Readonly<Record<Relaxation['kind'], Words>> = {
  ONE_MORE_TABLE: { es: 'una mesa más a las {slot}', en: 'one more table at {slot}' },
  ANY_HALF: { es: 'aceptar cualquier mitad del día', en: 'any half of the day' },
  NOT_FIXED: { es: 'no fijar su hora', en: 'no fixed time' },
  ANY_ZONE: { es: 'aceptar cualquier zona', en: 'any zone' },
  ALLOW_SLOT: { es: 'permitirla a las {slot}', en: 'leave to be at {slot}' },
  COME_AT: { es: 'que {who} venga a las {slot}', en: '{who} coming at {slot}' },
  LEAVE_SESSION: { es: 'que {who} deje «{session}» a las {slot}', en: '{who} leaving “{session}” at {slot}' },
  RAISE_CAP: { es: 'subir a {cap} el tope de {who}', en: 'a cap of {cap} for {who}' },
  DROP_ORDER: { es: 'no exigir que {first} vaya antes de {second}', en: 'no need of {first} before {second}' },
  GIVE_UP_MEETING: { es: 'que la reunión {meeting} ceda su lugar', en: 'the meeting {meeting} giving up its place' },
};

const sentences = {
  offer: {
    es: 'Puede ser a las {slot} si se mueven {moved} reuniones.',
    en: 'It can be at {slot} when {moved} meetings move.',
  },
  fits: { es: 'Puede ser a las {slot}.', en: 'It can be at {slot}.' },
  against: { es: '{slot}: {reasons}.', en: '{slot}: {reasons}.' },
  relaxation: { es: 'Alcanzaría a las {slot} con {needs}.', en: 'It would work at {slot} with {needs}.' },
} satisfies Readonly<Record<string, Words>>;

/** What the organiser or the people of the meeting read: one line per slot, then what would help. */
export function explanationWords(explanation: Explanation, problem: TimetableProblem, language: Language): string[] {
  const names = new Names(problem, language);
  const lines = explanation.contradictions.map((found) => contradictionWords(found, problem, language));
  for (const { slot, reasons } of explanation.slots) {
    if (reasons.length === 0) continue;
    const texts = reasons.map((reason) => reasonText(reason, names, language));
    lines.push(fill(sentences.against[language], { slot: names.slot(slot), reasons: names.list(texts) }));
  }
  return [...lines, ...wayOut(explanation, names, language)];
}

function wayOut({ offer, relaxation }: Explanation, names: Names, language: Language): string[] {
  if (offer) {
    const sentence = offer.moved.length > 0 ? sentences.offer : sentences.fits;
    return [fill(sentence[language], { slot: names.slot(offer.placement.slot), moved: offer.moved.length })];
  }
  if (!relaxation) return [];
  const needs = relaxation.needs.map((need) => relaxationText(need, names, language));
  return [fill(sentences.relaxation[language], { slot: names.slot(relaxation.slot), needs: names.list(needs) })];
}

export function reasonText(reason: Reason, names: Names, language: Language): string {
  return fill(reasonWords[reason.code][language], {
    slot: 'slot' in reason ? names.slot(reason.slot) : '',
    who: 'who' in reason ? names.attendee(reason.who) : '',
    session: 'session' in reason ? reason.session : '',
    meeting: 'meeting' in reason ? names.meeting(reason.meeting) : '',
    tables: 'tables' in reason ? reason.tables : '',
    cap: 'cap' in reason ? reason.cap : '',
  });
}

export function relaxationText(need: Relaxation, names: Names, language: Language): string {
  return fill(relaxationWords[need.kind][language], {
    slot: 'slot' in need ? names.slot(need.slot) : '',
    who: 'who' in need ? names.attendee(need.who) : '',
    session: 'session' in need ? need.session : '',
    meeting: 'meeting' in need ? names.meeting(need.meeting) : '',
    cap: 'cap' in need ? need.cap : '',
    first: 'first' in need ? names.meeting(need.first) : '',
    second: 'second' in need ? names.meeting(need.second) : '',
  });
}
