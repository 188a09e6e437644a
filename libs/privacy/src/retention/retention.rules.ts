import { declareRefusals, declareTerms, type Refusal, type Words } from '#kernel';

/** What is kept of an event, each for its own time after the event's end. */
export const retentionPurposes = ['people', 'mails'] as const;
export type RetentionPurpose = (typeof retentionPurposes)[number];

declareTerms('RetentionPurpose', {
  people: { es: 'Quiénes participaron', en: 'Who took part' },
  mails: { es: 'El texto de los correos', en: 'What mails said' },
} satisfies Record<RetentionPurpose, Words>);

/** Where neither an event nor its organisation says otherwise: mails for a year, people for five, as long as what was agreed there is followed up. */
export const usualDays: Readonly<Record<RetentionPurpose, number>> = { people: 1_825, mails: 365 };

/** Where a rule holds: at one event, or at all of an organisation's that have none of their own. */
export type RetentionPlace = { readonly eventId: string } | { readonly organizationId: string };

const mostDays = 36_500;

export const retentionRefusals = declareRefusals({
  RETENTION_DAYS_WRONG: {
    es: 'Escriba los días, de 0 a {most}.',
    en: 'Write the days, from 0 to {most}.',
  },
});

export function daysFault(days: number): Refusal | null {
  const isRight = Number.isInteger(days) && days >= 0 && days <= mostDays;
  return isRight ? null : retentionRefusals.RETENTION_DAYS_WRONG({ most: mostDays }, 'days');
}
