import { declareMail, type EventMail } from '#communications';
import type { Words } from '#kernel';

export interface DelegationSummaryMail extends EventMail {
  readonly focalPointName: string;
  readonly institutionName: string;
  /** `Rosa Quispe Mamani, Alcaldesa`, in the order of entry. */
  readonly people: readonly string[];
  readonly quota: number;
  readonly days: Words;
  readonly place: string;
  readonly needsReview: boolean;
  readonly linkId: string;
}

export const delegationSummary = declareMail<DelegationSummaryMail>({
  name: 'delegation-summary',
  policy: 'at_least_once',
  subject: { es: 'Su delegación fue enviada: {institutionName}', en: 'Your delegation was sent: {institutionName}' },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.focalPointName}:`, en: `Dear ${data.focalPointName},` }[language],
    paragraphs: {
      es: [
        `Recibimos la delegación de ${data.institutionName} para el ${data.eventName}.`,
        data.needsReview
          ? 'La organización revisará a cada persona; quienes tienen correo recibirán la respuesta.'
          : 'Todas las personas están confirmadas; quienes tienen correo reciben su confirmación con el calendario.',
      ],
      en: [
        `We have received the delegation of ${data.institutionName} for the ${data.eventName}.`,
        data.needsReview
          ? 'The organisers will review each person; those with an e-mail will get the answer.'
          : 'Everybody is confirmed; those with an e-mail get their confirmation with the calendar.',
      ],
    }[language],
    facts: [
      ...data.people.map((person, index) => ({ label: String(index + 1), value: person })),
      {
        label: { es: 'Lugares', en: 'Seats' }[language],
        value: { es: `${data.people.length} de ${data.quota}`, en: `${data.people.length} of ${data.quota}` }[language],
      },
      { label: { es: 'Días', en: 'Days' }[language], value: data.days[language] },
      { label: { es: 'Lugar', en: 'Place' }[language], value: data.place },
    ],
    action: {
      label: { es: 'Ver o cambiar mi delegación', en: 'See or change my delegation' }[language],
      linkId: data.linkId,
      purpose: 'delegation',
    },
    closing: {
      es: ['Hasta el evento puede corregir datos y retirar o agregar personas con este mismo enlace.'],
      en: ['Until the event you can correct data and withdraw or add people with this same link.'],
    }[language],
  }),
  sample: {
    eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
    isDemonstration: true,
    focalPointName: 'Julián Huamán Ccopa',
    institutionName: 'Mancomunidad Municipal del Valle Sagrado',
    people: ['Rosa Quispe Mamani, Alcaldesa', 'Óscar Ticona Flores, Técnico'],
    quota: 3,
    days: { es: 'viernes 20 de junio – sábado 21 de junio de 2025', en: 'Friday 20 June – Saturday 21 June 2025' },
    place: 'Cusco',
    needsReview: false,
    linkId: '00000000-0000-4000-8000-000000000001',
  },
});

export interface DelegationHandedOverMail extends EventMail {
  readonly focalPointName: string;
  readonly institutionName: string;
  readonly linkId: string;
}

export const delegationHandedOver = declareMail<DelegationHandedOverMail>({
  name: 'delegation-handed-over',
  policy: 'at_least_once',
  subject: {
    es: 'Usted es el punto focal de {institutionName}',
    en: 'You are the focal point of {institutionName}',
  },
  render: (data, language) => ({
    greeting: { es: `Estimada/o ${data.focalPointName}:`, en: `Dear ${data.focalPointName},` }[language],
    paragraphs: {
      es: [
        `La organización del ${data.eventName} le encargó la delegación de ${data.institutionName}.`,
        'Con este enlace puede inscribir, corregir y retirar a su gente y enviar la delegación. No necesita cuenta.',
      ],
      en: [
        `The organisers of the ${data.eventName} have put the delegation of ${data.institutionName} into your hands.`,
        'With this link you can register, correct and withdraw its people, and send the delegation. You need no account.',
      ],
    }[language],
    action: {
      label: { es: 'Abrir mi delegación', en: 'Open my delegation' }[language],
      linkId: data.linkId,
      purpose: 'delegation',
    },
    closing: {
      es: ['El enlace es personal: no lo reenvíe. Si no le corresponde, responda a la organización.'],
      en: ['The link is personal: do not pass it on. If this is not for you, tell the organisers.'],
    }[language],
  }),
  sample: {
    eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
    isDemonstration: true,
    focalPointName: 'Nilda Condori Apaza',
    institutionName: 'Mancomunidad Municipal del Valle Sagrado',
    linkId: '00000000-0000-4000-8000-000000000001',
  },
});
