import { declareMail, type EventMail } from '#communications';
import { fill, type Language } from '#kernel';

interface AccountMail extends EventMail {
  readonly name: string;
}

interface AccountLinkMail extends AccountMail {
  readonly linkId: string;
}

const sample = { eventName: 'Tinkuy', isDemonstration: true, name: 'Rosa Quispe Mamani' };
const withLink = { ...sample, linkId: 'sample' };

const greeting = (name: string, language: Language): string =>
  fill({ es: 'Estimado/a {name}:', en: 'Dear {name},' }[language], { name });

const words = {
  es: {
    invited:
      'Le dieron una cuenta de Tinkuy para organizar encuentros. Elija usted la contraseña: nadie más la conoce.',
    week: 'El enlace vale siete días y se usa una vez.',
    choose: 'Elegir mi contraseña',
    recovery: 'Alguien pidió cambiar la contraseña de su cuenta. Si fue usted, elija otra con este enlace.',
    hour: 'El enlace vale una hora y se usa una vez. Al usarlo se cierran todas sus sesiones.',
    never: 'Si no fue usted, no haga nada: su contraseña sigue siendo la misma.',
    changed: 'La contraseña de su cuenta cambió y se cerraron las sesiones que estaban abiertas.',
    notYou: 'Si no fue usted, recupere su cuenta desde la página de inicio de sesión y avise a quien administra.',
  },
  en: {
    invited:
      'You were given an account of Tinkuy to organise encounters. You choose the password: nobody else knows it.',
    week: 'The link holds for seven days and is used once.',
    choose: 'Choose my password',
    recovery: 'Somebody asked to change the password of your account. If it was you, choose another by this link.',
    hour: 'The link holds for an hour and is used once. Using it ends all your sessions.',
    never: 'If it was not you, do nothing: your password stays as it is.',
    changed: 'The password of your account changed, and the sessions that were open have ended.',
    notYou: 'If it was not you, recover your account from the sign-in page and tell an administrator.',
  },
} as const;

export const accountInvitation = declareMail<AccountLinkMail>({
  name: 'account-invitation',
  policy: 'at_least_once',
  subject: { es: 'Su cuenta de Tinkuy', en: 'Your account of Tinkuy' },
  render: ({ name, linkId }, language) => ({
    greeting: greeting(name, language),
    paragraphs: [words[language].invited, words[language].week],
    action: { label: words[language].choose, linkId, purpose: 'account' },
  }),
  sample: withLink,
});

export const accountRecovery = declareMail<AccountLinkMail>({
  name: 'account-recovery',
  policy: 'at_least_once',
  subject: { es: 'Elija otra contraseña de Tinkuy', en: 'Choose another password of Tinkuy' },
  render: ({ name, linkId }, language) => ({
    greeting: greeting(name, language),
    paragraphs: [words[language].recovery, words[language].hour],
    action: { label: words[language].choose, linkId, purpose: 'account' },
    closing: [words[language].never],
  }),
  sample: withLink,
});

export const accountPasswordChanged = declareMail<AccountMail>({
  name: 'account-password-changed',
  policy: 'at_least_once',
  subject: { es: 'Su contraseña de Tinkuy cambió', en: 'Your password of Tinkuy changed' },
  render: ({ name }, language) => ({
    greeting: greeting(name, language),
    paragraphs: [words[language].changed],
    closing: [words[language].notYou],
  }),
  sample,
});
