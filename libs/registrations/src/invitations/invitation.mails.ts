import { declareMail, type EventMail } from '#communications';
import type { Words } from '#kernel';

interface InvitationMail extends EventMail {
  readonly personName: string;
  readonly organizer: string;
  readonly days: Words;
  readonly place: string;
  readonly linkId: string;
  /** `2025-06-19`: the last day on which it can be answered. */
  readonly answerBy: Words;
}

export interface FocalPointInvitationMail extends InvitationMail {
  readonly institutionName: string;
  readonly quota: number;
}

export interface SpeakerInvitationMail extends InvitationMail {
  readonly topic: string;
}

const sample = {
  eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
  isDemonstration: true,
  personName: 'Rosa Quispe Mamani',
  organizer: 'Instituto Tecnológico de la Producción',
  days: { es: 'viernes 20 de junio – sábado 21 de junio de 2025', en: 'Friday 20 June – Saturday 21 June 2025' },
  place: 'Cusco',
  answerBy: { es: 'jueves 19 de junio', en: 'Thursday 19 June' },
  linkId: '00000000-0000-4000-8000-000000000001',
};

export const focalPointInvitation = declareMail<FocalPointInvitationMail>({
  name: 'focal-point-invitation',
  policy: 'at_least_once',
  subject: {
    es: 'Invitación: inscriba a la delegación de {institutionName}',
    en: 'Invitation: register the delegation of {institutionName}',
  },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.personName}:`, en: `Dear ${data.personName},` }[language],
    paragraphs: {
      es: [
        `${data.organizer} invita a ${data.institutionName} al ${data.eventName} y le pide que sea su punto focal.`,
        'Como punto focal, usted inscribe a las personas de su delegación. Basta este enlace: no necesita cuenta ni contraseña.',
      ],
      en: [
        `${data.organizer} invites ${data.institutionName} to the ${data.eventName} and asks you to be its focal point.`,
        'As the focal point you register the people of your delegation. This link is all you need: no account, no password.',
      ],
    }[language],
    facts: {
      es: [
        { label: 'Días', value: data.days.es },
        { label: 'Lugar', value: data.place },
        { label: 'Cupo de su delegación', value: String(data.quota) },
        { label: 'Responda a más tardar', value: data.answerBy.es },
      ],
      en: [
        { label: 'Days', value: data.days.en },
        { label: 'Place', value: data.place },
        { label: 'Seats of your delegation', value: String(data.quota) },
        { label: 'Please answer by', value: data.answerBy.en },
      ],
    }[language],
    action: {
      label: { es: 'Responder la invitación', en: 'Answer the invitation' }[language],
      linkId: data.linkId,
      purpose: 'invitation',
    },
    closing: {
      es: ['Si le corresponde a otra persona, puede pasarle la invitación en esa misma página. El enlace es personal.'],
      en: [
        'If somebody else should do this, you can pass the invitation on from that same page. The link is personal.',
      ],
    }[language],
  }),
  sample: { ...sample, institutionName: 'Mancomunidad Municipal del Valle Sagrado', quota: 3 },
});

export const speakerInvitation = declareMail<SpeakerInvitationMail>({
  name: 'speaker-invitation',
  policy: 'at_least_once',
  subject: { es: 'Invitación como ponente: {topic}', en: 'Invitation to speak: {topic}' },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.personName}:`, en: `Dear ${data.personName},` }[language],
    paragraphs: {
      es: [`${data.organizer} le invita a participar como ponente en el ${data.eventName}.`],
      en: [`${data.organizer} invites you to speak at the ${data.eventName}.`],
    }[language],
    facts: {
      es: [
        { label: 'Tema', value: data.topic },
        { label: 'Días', value: data.days.es },
        { label: 'Lugar', value: data.place },
        { label: 'Responda a más tardar', value: data.answerBy.es },
      ],
      en: [
        { label: 'Topic', value: data.topic },
        { label: 'Days', value: data.days.en },
        { label: 'Place', value: data.place },
        { label: 'Please answer by', value: data.answerBy.en },
      ],
    }[language],
    action: {
      label: { es: 'Responder la invitación', en: 'Answer the invitation' }[language],
      linkId: data.linkId,
      purpose: 'invitation',
    },
    closing: {
      es: ['Puede aceptar, declinar o proponer a otra persona. El enlace es personal.'],
      en: ['You can accept, decline or name somebody else. The link is personal.'],
    }[language],
  }),
  sample: { ...sample, topic: 'Articulación de mancomunidades y CITE' },
});
