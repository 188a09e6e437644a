import { declareRefusals, emailInvalid, isEmail, isLine, type Refusal } from '#kernel';

const nameLimit = 200;
const mostDays = 400;
const mostGrants = 10;

export const assistantTerms = { mostGrants } as const;

export const assistantRefusals = declareRefusals({
  ASSISTANT_NAME_WRONG: {
    es: 'Escriba el nombre completo de quien le asiste, en una línea.',
    en: 'Write the full name of whoever assists you, on one line.',
  },
  ASSISTANT_END_WRONG: {
    es: 'Elija hasta qué día: desde mañana hasta dentro de {days} días.',
    en: 'Choose until which day: from tomorrow to {days} days from now.',
  },
  ASSISTANTS_TOO_MANY: {
    es: 'Ya hay {most} personas autorizadas. Retire a una antes de autorizar a otra.',
    en: '{most} people are authorised already. Take one off before you authorise another.',
  },
});

export interface AssistantDraft {
  readonly name: string;
  readonly address: string;
  readonly expiresAt: Date | null;
}

/** What is wrong with a tidied draft; null when nothing is. */
export function assistantFault({ name, address, expiresAt }: AssistantDraft, now: Date): Refusal | null {
  if (!isLine(name, nameLimit)) return assistantRefusals.ASSISTANT_NAME_WRONG({}, 'nombre');
  if (!isEmail(address)) return emailInvalid('correo');
  const days = expiresAt ? (expiresAt.getTime() - now.getTime()) / 86_400_000 : 0;
  return days > 0 && days <= mostDays ? null : assistantRefusals.ASSISTANT_END_WRONG({ days: mostDays }, 'hasta');
}
