import { declareMail, type EventMail } from '#communications';
import { fill, type Language } from '#kernel';

interface AssistantMail extends EventMail {
  /** Who reads the mail. */
  readonly name: string;
  readonly assistantName: string;
  readonly personName: string;
  /** As each language writes it. */
  readonly until: Readonly<Record<Language, string>>;
  readonly url: string;
}

const words = {
  es: {
    greeting: 'Estimado/a {name}:',
    granted: '{assistantName} puede actuar en nombre de {personName} hasta el {until}.',
    how: 'Para hacerlo entra con este mismo correo. Lo que haga queda escrito como hecho en nombre de {personName}.',
    told: 'Lo que haga queda escrito como hecho en su nombre. Puede retirar el permiso cuando quiera, en «Mi Tinkuy».',
    button: 'Ir a Mi Tinkuy',
  },
  en: {
    greeting: 'Dear {name},',
    granted: '{assistantName} may act on behalf of {personName} until {until}.',
    how: 'They sign in with this same address. What they do is written down as done on behalf of {personName}.',
    told: 'What they do is written down as done on your behalf. You can withdraw the permission at any time, in "My Tinkuy".',
    button: 'Go to My Tinkuy',
  },
} as const;

const sample: AssistantMail = {
  eventName: 'Tinkuy',
  isDemonstration: true,
  name: 'Nélida Ticona Flores',
  assistantName: 'Nélida Ticona Flores',
  personName: 'Rosa Quispe Mamani',
  until: { es: 'viernes 20 de junio', en: 'Friday 20 June' },
  url: 'http://localhost:3000/mi',
};

function declare(name: string, then: 'how' | 'told') {
  return declareMail<AssistantMail>({
    name,
    policy: 'at_least_once',
    subject: {
      es: '{assistantName} actúa en nombre de {personName}',
      en: '{assistantName} acts on behalf of {personName}',
    },
    render: (data, language) => {
      const values = { ...data, until: data.until[language] } as unknown as Record<string, string>;
      const text = words[language];
      return {
        greeting: fill(text.greeting, values),
        paragraphs: [fill(text.granted, values), fill(text[then], values)],
        action: { label: text.button, url: data.url },
      };
    },
    sample,
  });
}

/** To the assistant. */
export const assistantGranted = declare('assistant-granted', 'how');
/** To the person, also when staff granted it: nobody acts for somebody who does not know. */
export const assistantNotice = declare('assistant-notice', 'told');
