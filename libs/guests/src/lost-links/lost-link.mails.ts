import { declareMail, type EventMail } from '#communications';
import { fill, type Language, type Words } from '#kernel';
import type { LinkPurpose } from '#platform';

interface LostLinkMail extends EventMail {
  readonly name: string;
  readonly purpose: LinkPurpose;
  readonly linkId: string;
}

const things: Readonly<Record<LinkPurpose, Words>> = {
  delegation: { es: 'Abrir mi delegación', en: 'Open my delegation' },
  invitation: { es: 'Abrir mi invitación', en: 'Open my invitation' },
  meetings: { es: 'Abrir mis reuniones', en: 'Open my meetings' },
};

const words = {
  es: {
    greeting: 'Estimado/a {name}:',
    here: 'Nos pidió de nuevo su enlace para {event}. Es el mismo de antes: nada de lo guardado se ha perdido.',
    code: 'Si lo abre desde otro equipo, le pediremos un código que llega a este correo.',
    never: 'Si usted no lo pidió, no haga nada y no reenvíe este mensaje.',
  },
  en: {
    greeting: 'Dear {name},',
    here: 'You asked for your link to {event} again. It is the same as before: nothing that was saved is lost.',
    code: 'If you open it on another device, we will ask for a code that comes to this address.',
    never: 'If you did not ask for it, do nothing and do not forward this message.',
  },
} as const;

export const lostLink = declareMail<LostLinkMail>({
  name: 'lost-link',
  policy: 'at_least_once',
  subject: { es: 'Su enlace: {eventName}', en: 'Your link: {eventName}' },
  render: ({ name, eventName, purpose, linkId }, language: Language) => ({
    greeting: fill(words[language].greeting, { name }),
    paragraphs: [fill(words[language].here, { event: eventName }), words[language].code],
    action: { label: things[purpose][language], linkId, purpose },
    closing: [words[language].never],
  }),
  sample: {
    eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
    isDemonstration: true,
    name: 'Rosa Quispe Mamani',
    purpose: 'delegation',
    linkId: 'sample',
  },
});
