import { declareMail, type EventMail, type MailFact } from '#communications';
import type { Language, Words } from '#kernel';

export interface RequestMail extends EventMail {
  readonly personName: string;
  /** The party that is written to. */
  readonly partyName: string;
  readonly otherPartyName: string;
  readonly topic: string;
  readonly message: string | null;
  /** The preferred or the proposed slot; null when none was named. */
  readonly slot: Words | null;
  readonly answerBy: Words;
  /** Why it was declined; null when nothing was said. */
  readonly reason: string | null;
  readonly linkId: string;
}

const sample: RequestMail = {
  eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
  isDemonstration: true,
  personName: 'Nélida Ticona Flores',
  partyName: 'CITEtextil Camélidos Cusco',
  otherPartyName: 'Mancomunidad Municipal Qullasuyu',
  topic: 'Asistencia técnica para hilado de fibra de alpaca',
  message: 'Somos 12 asociaciones de artesanas; buscamos capacitación en hilado fino.',
  slot: {
    es: 'viernes 20 de junio, 15:20–15:40, hora de Perú (UTC−5)',
    en: 'Friday 20 June, 15:20–15:40, Peru time (UTC−5)',
  },
  answerBy: {
    es: 'jueves 19 de junio, 09:00, hora de Perú (UTC−5)',
    en: 'Thursday 19 June, 09:00, Peru time (UTC−5)',
  },
  reason: 'Ese tema lo ve otra dirección.',
  linkId: '00000000-0000-4000-8000-000000000003',
};

export const greeting = (name: string, language: Language): string =>
  ({ es: `Estimada/o ${name}:`, en: `Dear ${name},` })[language];

/** The facts that have a value, in order. */
export function factsOf(language: Language, facts: readonly [Words, string | null | undefined][]): MailFact[] {
  return facts.flatMap(([label, value]) => (value ? [{ label: label[language], value }] : []));
}

export const topicLabel: Words = { es: 'Tema', en: 'Topic' };
export const messageLabel: Words = { es: 'Ayuda memoria', en: 'Briefing note' };

const button = (linkId: string, label: string) => ({ label, linkId, purpose: 'meetings' as const });

export const meetingRequested = declareMail<RequestMail>({
  name: 'meeting-requested',
  policy: 'at_least_once',
  subject: (data, language) =>
    ({
      es: `${data.otherPartyName} le pide una reunión bilateral`,
      en: `${data.otherPartyName} asks you for a bilateral meeting`,
    })[language],
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`${data.otherPartyName} pide una reunión bilateral con ${data.partyName} en el ${data.eventName}.`],
      en: [`${data.otherPartyName} asks ${data.partyName} for a bilateral meeting at the ${data.eventName}.`],
    }[language],
    facts: factsOf(language, [
      [topicLabel, data.topic],
      [messageLabel, data.message],
      [{ es: 'Hora preferida', en: 'Preferred time' }, data.slot?.[language]],
      [{ es: 'Responda hasta', en: 'Answer by' }, data.answerBy[language]],
    ]),
    action: button(data.linkId, { es: 'Responder la solicitud', en: 'Answer the request' }[language]),
    closing: {
      es: ['Puede aceptarla, proponer otra hora o rechazarla. Mientras no responda, ningún turno queda ocupado.'],
      en: ['You can accept it, propose another time or decline it. Until you answer, no slot is taken.'],
    }[language],
  }),
  sample,
});

export const meetingRequestDeclined = declareMail<RequestMail>({
  name: 'meeting-request-declined',
  policy: 'at_least_once',
  subject: (data, language) =>
    ({
      es: `${data.otherPartyName} no puede reunirse`,
      en: `${data.otherPartyName} cannot meet`,
    })[language],
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`${data.otherPartyName} rechazó la reunión bilateral con ${data.partyName}.`],
      en: [`${data.otherPartyName} declined the bilateral meeting with ${data.partyName}.`],
    }[language],
    facts: factsOf(language, [
      [topicLabel, data.topic],
      [{ es: 'Motivo', en: 'Reason' }, data.reason],
    ]),
    action: button(data.linkId, { es: 'Ver mis reuniones', en: 'See my meetings' }[language]),
  }),
  sample,
});

export const meetingRequestCounterProposed = declareMail<RequestMail>({
  name: 'meeting-request-counter-proposed',
  policy: 'at_least_once',
  subject: (data, language) =>
    ({
      es: `${data.otherPartyName} propone otra hora`,
      en: `${data.otherPartyName} proposes another time`,
    })[language],
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`${data.otherPartyName} propone otra hora para reunirse con ${data.partyName}. Le toca responder a usted.`],
      en: [`${data.otherPartyName} proposes another time to meet ${data.partyName}. It is your turn to answer.`],
    }[language],
    facts: factsOf(language, [
      [{ es: 'Hora propuesta', en: 'Proposed time' }, data.slot?.[language]],
      [topicLabel, data.topic],
      [{ es: 'Responda hasta', en: 'Answer by' }, data.answerBy[language]],
    ]),
    action: button(data.linkId, { es: 'Responder la propuesta', en: 'Answer the proposal' }[language]),
  }),
  sample,
});
