import { declareRefusals, declareTerms, type Refusal, type Words } from '#kernel';

/** The four rights: to be told, to have it corrected, to object to a use, to have it erased. */
export const privacyRequestKinds = ['access', 'rectification', 'opposition', 'cancellation'] as const;
export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];

export const privacyRequestStates = ['open', 'granted', 'refused'] as const;
export type PrivacyRequestState = (typeof privacyRequestStates)[number];

export const privacyRequestKindTerms = declareTerms('PrivacyRequestKind', {
  access: { es: 'Acceso', en: 'Access' },
  rectification: { es: 'Rectificación', en: 'Rectification' },
  opposition: { es: 'Oposición', en: 'Opposition' },
  cancellation: { es: 'Cancelación', en: 'Cancellation' },
} satisfies Record<PrivacyRequestKind, Words>);

export const privacyRequestStateTerms = declareTerms('PrivacyRequestState', {
  open: { es: 'Por responder', en: 'To be answered' },
  granted: { es: 'Atendida', en: 'Granted' },
  refused: { es: 'Denegada', en: 'Refused' },
} satisfies Record<PrivacyRequestState, Words>);

const wordsLimit = 2_000;

export const privacyRefusals = declareRefusals({
  PRIVACY_WORDS_WRONG: {
    es: 'Diga en pocas palabras qué pide (hasta {limit} letras).',
    en: 'Say in a few words what you ask for (up to {limit} letters).',
  },
  PRIVACY_KIND_WRONG: { es: 'Elija qué pide.', en: 'Choose what you ask for.' },
  PRIVACY_REQUEST_OPEN: {
    es: 'Ya pidió esto y está por responderse. Espere la respuesta antes de pedirlo de nuevo.',
    en: 'You have asked for this already and it is to be answered. Wait for the answer before you ask again.',
  },
  PRIVACY_REQUEST_ANSWERED: {
    es: 'Esta solicitud ya fue respondida. Abra la lista de nuevo para ver la respuesta.',
    en: 'This request has been answered already. Open the list again to see the answer.',
  },
});

/** Working days to answer in, as Peru's data protection rules set them for each right. */
const workingDays: Readonly<Record<PrivacyRequestKind, number>> = {
  access: 20,
  rectification: 10,
  opposition: 10,
  cancellation: 10,
};

/** The last day on which an answer is in time, counting from the day after. Holidays differ by place and are not counted. */
export function dueOn(kind: PrivacyRequestKind, askedOn: string): string {
  const day = new Date(`${askedOn}T12:00:00Z`);
  for (let left = workingDays[kind]; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** What is wrong with a tidied text at the named input; null when nothing is. */
export function wordsFault(words: string, field: string): Refusal | null {
  const isRight = words.length > 0 && words.length <= wordsLimit && !/[^\P{Cc}\n\r\t]/u.test(words);
  return isRight ? null : privacyRefusals.PRIVACY_WORDS_WRONG({ limit: wordsLimit }, field);
}

export function isPrivacyRequestKind(text: unknown): text is PrivacyRequestKind {
  return privacyRequestKinds.some((kind) => kind === text);
}
