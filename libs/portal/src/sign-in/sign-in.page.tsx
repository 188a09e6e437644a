import type { Language } from '#kernel';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { Page } from '../frame/page.js';

interface SignInProps {
  readonly language: Language;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

const words = {
  es: {
    title: 'Iniciar sesión',
    who: 'Para el personal que organiza. Quienes recibieron un enlace por correo no necesitan cuenta: ábranlo desde allí.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    again: 'Por seguridad, escríbala de nuevo.',
    forgotten: '¿La olvidó? Pida otra a quien administra la plataforma.',
  },
  en: {
    title: 'Sign in',
    who: 'For the staff who organise. Whoever got a link by mail needs no account: open it from there.',
    email: 'E-mail',
    password: 'Password',
    again: 'For safety, type it again.',
    forgotten: 'Forgotten? Ask an administrator of the platform for another.',
  },
} as const;

/** The form with what was typed, except the password. */
export function SignInPage({ language, typed, faults = [] }: SignInProps) {
  const text = words[language];
  const here = (other: Language) => `/entrar?lang=${other}`;
  return (
    <Page title={text.title} language={language} otherLanguageHref={here(language === 'es' ? 'en' : 'es')} isPrivate>
      <div class="wrap narrow">
        <h1>{text.title}</h1>
        <p class="soft">{text.who}</p>
        <ErrorSummary faults={faults} language={language} />
        <form method="post" action={here(language)}>
          <Field
            name="email"
            label={text.email}
            language={language}
            typed={typed}
            faults={faults}
            input={{ type: 'email', autocomplete: 'username', required: true, maxLength: 254 }}
          />
          <Field
            name="password"
            label={text.password}
            language={language}
            hint={faults.length > 0 ? text.again : undefined}
            input={{ type: 'password', autocomplete: 'current-password', required: true }}
          />
          <button type="submit">{text.title}</button>
        </form>
        <p class="soft">{text.forgotten}</p>
      </div>
    </Page>
  );
}
