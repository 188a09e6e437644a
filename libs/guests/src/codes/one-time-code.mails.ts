import { declareMail, type EventMail } from '#communications';
import { fill, type Language } from '#kernel';
import { codeTerms } from './one-time-code.rules.js';

interface CodeMail extends EventMail {
  readonly name: string;
  readonly codeId: string;
}

const words = {
  es: {
    greeting: 'Estimado/a {name}:',
    use: 'Este es su código para entrar. Escríbalo en la página que lo pidió; vale {minutes} minutos y una sola vez.',
    never: 'Si usted no lo pidió, no haga nada: sin el código nadie entra. La organización nunca se lo pedirá.',
  },
  en: {
    greeting: 'Dear {name},',
    use: 'This is your code to sign in. Type it into the page that asked for it; it is valid for {minutes} minutes and once.',
    never:
      'If you did not ask for it, do nothing: nobody gets in without it. The organisers will never ask you for it.',
  },
} as const;

/** Sent again after a crash: the same code, which is used once whoever reads it twice. */
export const oneTimeCode = declareMail<CodeMail>({
  name: 'one-time-code',
  policy: 'at_least_once',
  subject: { es: 'Su código para entrar', en: 'Your code to sign in' },
  render: ({ name, codeId }, language: Language) => ({
    greeting: fill(words[language].greeting, { name }),
    paragraphs: [fill(words[language].use, { minutes: codeTerms.validMinutes })],
    code: { codeId },
    closing: [words[language].never],
  }),
  sample: { eventName: 'Tinkuy', isDemonstration: true, name: 'Rosa Quispe Mamani', codeId: 'sample' },
});
