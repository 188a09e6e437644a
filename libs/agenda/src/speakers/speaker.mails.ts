import { declareMail, type EventMail, type MailBody, type MailDeclaration } from '#communications';
import { fill, type Language, type Words } from '#kernel';

/** A letter about one session to one of its speakers; day and times are written in the reader's language and the event's zone. */
export interface SpeakerMail extends EventMail {
  readonly name: string;
  readonly title: string;
  /** `viernes 20 de junio, 09:00–10:00, hora de Perú (UTC−5)` */
  readonly when: string;
  /** Empty when the session has no room. */
  readonly place: string;
  readonly agendaUrl: string;
}

const sample: SpeakerMail = {
  eventName: 'II Encuentro Nacional de Mancomunidades Municipales del Perú',
  isDemonstration: true,
  name: 'Rosa Quispe Mamani',
  title: 'Agua segura en comunidades altoandinas',
  when: 'viernes 20 de junio, 09:00–10:00, hora de Perú (UTC−5)',
  place: 'Sala Qosqo, Paraninfo Universitario, Plaza de Armas, Cusco',
  agendaUrl: 'http://localhost:3000/e/ii-encuentro-2025',
};

interface Letter {
  readonly name: string;
  readonly policy: MailDeclaration<SpeakerMail>['policy'];
  readonly subject: Words;
  readonly sentence: Words;
  readonly closing: Words;
}

const words = {
  es: { greeting: 'Estimado/a {name}:', session: 'Sesión', when: 'Cuándo', place: 'Dónde', agenda: 'Ver la agenda' },
  en: { greeting: 'Dear {name},', session: 'Session', when: 'When', place: 'Where', agenda: 'See the agenda' },
} as const;

function render(letter: Letter, data: SpeakerMail, language: Language): MailBody {
  const text = words[language];
  return {
    greeting: fill(text.greeting, { name: data.name }),
    paragraphs: [fill(letter.sentence[language], { event: data.eventName })],
    facts: [
      { label: text.session, value: data.title },
      { label: text.when, value: data.when },
      ...(data.place ? [{ label: text.place, value: data.place }] : []),
    ],
    action: { label: text.agenda, url: data.agendaUrl },
    closing: [letter.closing[language]],
  };
}

function declare(letter: Letter): MailDeclaration<SpeakerMail> {
  const { name, policy, subject } = letter;
  return declareMail({ name, policy, subject, sample, render: (data, language) => render(letter, data, language) });
}

export const sessionReminder = declare({
  name: 'session-reminder',
  policy: 'at_most_once',
  subject: { es: 'Recordatorio: {title}', en: 'Reminder: {title}' },
  sentence: {
    es: 'Le recordamos que interviene en esta sesión del {event}.',
    en: 'This is a reminder that you take part in this session of {event}.',
  },
  closing: {
    es: 'El archivo de calendario adjunto lleva la hora y el lugar vigentes.',
    en: 'The attached calendar file holds the time and place in force.',
  },
});

export const sessionMoved = declare({
  name: 'session-moved',
  policy: 'at_least_once',
  subject: { es: 'Nueva hora o lugar: {title}', en: 'New time or place: {title}' },
  sentence: {
    es: 'Cambió la hora o el lugar de su sesión en el {event}. Estos son los datos vigentes.',
    en: 'The time or place of your session at {event} has changed. This is what holds now.',
  },
  closing: {
    es: 'Al abrir el archivo adjunto, su calendario se actualiza.',
    en: 'Your calendar is updated when you open the attachment.',
  },
});

export const sessionCancelled = declare({
  name: 'session-cancelled',
  policy: 'at_least_once',
  subject: { es: 'Sesión cancelada: {title}', en: 'Session cancelled: {title}' },
  sentence: {
    es: 'Esta sesión del {event} ya no se realizará. Lamentamos el cambio.',
    en: 'This session of {event} will not take place. We are sorry for the change.',
  },
  closing: {
    es: 'Al abrir el archivo adjunto, la sesión sale de su calendario.',
    en: 'The session leaves your calendar when you open the attachment.',
  },
});

export const speakerReleased = declare({
  name: 'speaker-released',
  policy: 'at_least_once',
  subject: { es: 'Ya no interviene en: {title}', en: 'You no longer take part in: {title}' },
  sentence: {
    es: 'Los organizadores del {event} retiraron su intervención en esta sesión.',
    en: 'The organisers of {event} have taken you off this session.',
  },
  closing: {
    es: 'Al abrir el archivo adjunto, la sesión sale de su calendario.',
    en: 'The session leaves your calendar when you open the attachment.',
  },
});
