import { declareMail, type EventMail } from '#communications';
import { fill, type Words } from '#kernel';

interface AnswerMail extends EventMail {
  readonly name: string;
  readonly kind: Words;
  readonly state: Words;
  readonly answer: string;
}

const words = {
  es: {
    greeting: 'Estimado/a {name}:',
    here: 'Respondimos su solicitud sobre sus datos personales.',
    kind: 'Solicitud',
    state: 'Respuesta',
    closing: 'Si no está de acuerdo, puede reclamar ante la autoridad de protección de datos personales.',
  },
  en: {
    greeting: 'Dear {name},',
    here: 'We have answered your request about your personal data.',
    kind: 'Request',
    state: 'Answer',
    closing: 'If you do not agree, you can complain to the data protection authority.',
  },
} as const;

export const privacyRequestAnswered = declareMail<AnswerMail>({
  name: 'privacy-request-answered',
  policy: 'at_least_once',
  subject: { es: 'Respuesta a su solicitud sobre sus datos', en: 'Answer to your request about your data' },
  render: (data, language) => ({
    greeting: fill(words[language].greeting, { name: data.name }),
    paragraphs: [words[language].here, data.answer],
    facts: [
      { label: words[language].kind, value: data.kind[language] },
      { label: words[language].state, value: data.state[language] },
    ],
    closing: [words[language].closing],
  }),
  sample: {
    eventName: 'Tinkuy',
    isDemonstration: true,
    name: 'Rosa Quispe Mamani',
    kind: { es: 'Rectificación', en: 'Rectification' },
    state: { es: 'Atendida', en: 'Granted' },
    answer: 'Corregimos su apellido.',
  },
});
