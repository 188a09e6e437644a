import { declareMail, type EventMail } from '#communications';
import type { Words } from '#kernel';

export interface RegistrationMail extends EventMail {
  readonly personName: string;
  readonly positionTitle: string;
  readonly institutionName: string;
  readonly days: Words;
  readonly place: string;
}

export interface SeatOfferedMail extends EventMail {
  readonly focalPointName: string;
  readonly personName: string;
  readonly institutionName: string;
  /** The instant until which the seat is kept, in words, in the event's zone. */
  readonly keptUntil: Words;
  readonly linkId: string;
}

const sample: RegistrationMail = {
  eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
  isDemonstration: true,
  personName: 'Rosa Quispe Mamani',
  positionTitle: 'Alcaldesa',
  institutionName: 'Mancomunidad Municipal del Valle Sagrado',
  days: { es: 'viernes 20 de junio – sábado 21 de junio de 2025', en: 'Friday 20 June – Saturday 21 June 2025' },
  place: 'Cusco',
};

export const registrationConfirmed = declareMail<RegistrationMail>({
  name: 'registration-confirmed',
  policy: 'at_least_once',
  subject: { es: 'Inscripción confirmada: {eventName}', en: 'Registration confirmed: {eventName}' },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.personName}:`, en: `Dear ${data.personName},` }[language],
    paragraphs: {
      es: [`Su inscripción en el ${data.eventName} está confirmada. Le esperamos.`],
      en: [`Your registration at the ${data.eventName} is confirmed. We look forward to seeing you.`],
    }[language],
    facts: {
      es: [
        { label: 'Delegación', value: data.institutionName },
        { label: 'Cargo', value: data.positionTitle },
        { label: 'Días', value: data.days.es },
        { label: 'Lugar', value: data.place },
      ],
      en: [
        { label: 'Delegation', value: data.institutionName },
        { label: 'Position', value: data.positionTitle },
        { label: 'Days', value: data.days.en },
        { label: 'Place', value: data.place },
      ],
    }[language],
    closing: {
      es: [
        'La invitación adjunta añade el evento a su calendario. Si no puede asistir, avise al punto focal de su delegación.',
      ],
      en: [
        'The attached invitation adds the event to your calendar. If you cannot come, tell the focal point of your delegation.',
      ],
    }[language],
  }),
  sample,
});

export const registrationCancelled = declareMail<RegistrationMail>({
  name: 'registration-cancelled',
  policy: 'at_least_once',
  subject: { es: 'Inscripción anulada: {eventName}', en: 'Registration cancelled: {eventName}' },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.personName}:`, en: `Dear ${data.personName},` }[language],
    paragraphs: {
      es: [
        `Su inscripción en el ${data.eventName} como parte de ${data.institutionName} quedó anulada.`,
        'El evento se retira de su calendario. Si es un error, escriba al punto focal de su delegación.',
      ],
      en: [
        `Your registration at the ${data.eventName} as part of ${data.institutionName} was cancelled.`,
        'The event is taken off your calendar. If this is a mistake, write to the focal point of your delegation.',
      ],
    }[language],
  }),
  sample,
});

export const seatOffered = declareMail<SeatOfferedMail>({
  name: 'seat-offered',
  policy: 'at_least_once',
  subject: { es: 'Hay un lugar para {personName}', en: 'There is a seat for {personName}' },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.focalPointName}:`, en: `Dear ${data.focalPointName},` }[language],
    paragraphs: {
      es: [
        `Se liberó un lugar en el ${data.eventName} y ${data.personName}, de ${data.institutionName}, es la primera persona en la lista de espera.`,
        'Acepte el lugar en la página de su delegación. Si no, pasará a quien sigue en la lista.',
      ],
      en: [
        `A seat at the ${data.eventName} is free again and ${data.personName}, of ${data.institutionName}, is first on the waiting list.`,
        "Accept the seat on your delegation's page. Otherwise it goes to the next on the list.",
      ],
    }[language],
    facts: [
      {
        label: { es: 'El lugar se guarda hasta', en: 'The seat is kept until' }[language],
        value: data.keptUntil[language],
      },
    ],
    action: {
      label: { es: 'Abrir mi delegación', en: 'Open my delegation' }[language],
      linkId: data.linkId,
      purpose: 'delegation',
    },
  }),
  sample: {
    eventName: sample.eventName,
    isDemonstration: true,
    focalPointName: 'Julián Huamán Ccopa',
    personName: 'Rosa Quispe Mamani',
    institutionName: sample.institutionName,
    keptUntil: {
      es: 'jueves 19 de junio, 09:00, hora de Perú (UTC−5)',
      en: 'Thursday 19 June, 09:00, Peru time (UTC−5)',
    },
    linkId: '00000000-0000-4000-8000-000000000001',
  },
});
