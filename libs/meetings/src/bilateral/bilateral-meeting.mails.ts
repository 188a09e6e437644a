import { declareMail, type EventMail, type MailFact } from '#communications';
import type { Language, Words } from '#kernel';
import { factsOf, greeting, messageLabel, topicLabel } from '../requests/meeting-request.mails.js';

export interface MeetingMail extends EventMail {
  readonly personName: string;
  /** The party that is written to. */
  readonly partyName: string;
  readonly otherPartyName: string;
  readonly otherContactName: string;
  readonly topic: string;
  readonly message: string | null;
  readonly slot: Words;
  readonly place: Words;
  /** How long until it starts, for a reminder: `en 1 hora`. */
  readonly until: Words;
  /** Why it was cancelled; null while it stands. */
  readonly reason: string | null;
  /** Who cancelled, as the reader would say it; null while it stands. */
  readonly cancelledBy: Words | null;
  readonly linkId: string;
}

const sample: MeetingMail = {
  eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
  isDemonstration: true,
  personName: 'Nélida Ticona Flores',
  partyName: 'CITEtextil Camélidos Cusco',
  otherPartyName: 'Mancomunidad Municipal Qullasuyu',
  otherContactName: 'Wilber Huamán Ccopa',
  topic: 'Asistencia técnica para hilado de fibra de alpaca',
  message: 'Somos 12 asociaciones de artesanas; buscamos capacitación en hilado fino.',
  slot: {
    es: 'viernes 20 de junio, 15:20–15:40, hora de Perú (UTC−5)',
    en: 'Friday 20 June, 15:20–15:40, Peru time (UTC−5)',
  },
  place: { es: 'Mesa 3, Salón de reuniones', en: 'Table 3, Salón de reuniones' },
  until: { es: 'en 1 hora', en: 'in 1 hour' },
  reason: 'Se adelantó el vuelo de regreso.',
  cancelledBy: { es: 'Mancomunidad Municipal Qullasuyu', en: 'Mancomunidad Municipal Qullasuyu' },
  linkId: '00000000-0000-4000-8000-000000000004',
};

function meetingFacts(data: MeetingMail, language: Language): MailFact[] {
  return factsOf(language, [
    [{ es: 'Con', en: 'With' }, `${data.otherPartyName} (${data.otherContactName})`],
    [{ es: 'Cuándo', en: 'When' }, data.slot[language]],
    [{ es: 'Dónde', en: 'Where' }, data.place[language]],
    [topicLabel, data.topic],
    [messageLabel, data.message],
  ]);
}

const myMeetings = (data: MeetingMail, language: Language) => ({
  label: { es: 'Ver mis reuniones', en: 'See my meetings' }[language],
  linkId: data.linkId,
  purpose: 'meetings' as const,
});

const ifNot: Record<Language, string[]> = {
  es: ['Si no puede asistir, muévala o cancélela en «Mis reuniones»: la otra parte recibirá el aviso.'],
  en: ['If you cannot come, move or cancel it in “My meetings”: the other party will be told.'],
};

export const meetingRequestAccepted = declareMail<MeetingMail>({
  name: 'meeting-request-accepted',
  policy: 'at_least_once',
  subject: {
    es: 'Reunión confirmada con {otherPartyName}',
    en: 'Meeting confirmed with {otherPartyName}',
  },
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`La reunión bilateral de ${data.partyName} con ${data.otherPartyName} está confirmada.`],
      en: [`The bilateral meeting of ${data.partyName} with ${data.otherPartyName} is confirmed.`],
    }[language],
    facts: meetingFacts(data, language),
    action: myMeetings(data, language),
    closing: ifNot[language],
  }),
  sample,
});

export const meetingRescheduled = declareMail<MeetingMail>({
  name: 'meeting-rescheduled',
  policy: 'at_least_once',
  subject: {
    es: 'Cambió la hora de su reunión con {otherPartyName}',
    en: 'Your meeting with {otherPartyName} has moved',
  },
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`La reunión bilateral con ${data.otherPartyName} se movió. Esta es la nueva hora; la anterior ya no vale.`],
      en: [`The bilateral meeting with ${data.otherPartyName} has moved. This is the new time; the old one is void.`],
    }[language],
    facts: meetingFacts(data, language),
    action: myMeetings(data, language),
    closing: ifNot[language],
  }),
  sample,
});

export const meetingCancelled = declareMail<MeetingMail>({
  name: 'meeting-cancelled',
  policy: 'at_least_once',
  subject: {
    es: 'Se canceló su reunión con {otherPartyName}',
    en: 'Your meeting with {otherPartyName} is cancelled',
  },
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`La reunión bilateral con ${data.otherPartyName} se canceló y ya no ocupa su agenda.`],
      en: [`The bilateral meeting with ${data.otherPartyName} is cancelled and no longer takes your time.`],
    }[language],
    facts: factsOf(language, [
      [{ es: 'La canceló', en: 'Cancelled by' }, data.cancelledBy?.[language]],
      [{ es: 'Motivo', en: 'Reason' }, data.reason],
      [{ es: 'Era', en: 'It was' }, data.slot[language]],
      [topicLabel, data.topic],
    ]),
    action: myMeetings(data, language),
    closing: {
      es: ['Si todavía quieren reunirse, envíe una nueva solicitud.'],
      en: ['To meet after all, send a new request.'],
    }[language],
  }),
  sample,
});

export const meetingReminder = declareMail<MeetingMail>({
  name: 'meeting-reminder',
  policy: 'at_most_once',
  subject: (data, language) =>
    ({
      es: `Recordatorio: reunión con ${data.otherPartyName} ${data.until.es}`,
      en: `Reminder: meeting with ${data.otherPartyName} ${data.until.en}`,
    })[language],
  render: (data, language) => ({
    greeting: greeting(data.personName, language),
    paragraphs: {
      es: [`Su reunión bilateral con ${data.otherPartyName} empieza ${data.until.es}.`],
      en: [`Your bilateral meeting with ${data.otherPartyName} starts ${data.until.en}.`],
    }[language],
    facts: meetingFacts(data, language),
    action: myMeetings(data, language),
  }),
  sample,
});
