import { Field } from '../frame/form.js';
import { PasskeyButton } from './passkey-button.js';
import { inLanguage, leadingTo, SignInFrame, type StepProps } from './sign-in-frame.js';
import { signInWords } from './sign-in-words.js';

interface SignInProps extends StepProps {
  readonly to: string;
  /** Whether a password was just chosen by a mailed link. */
  readonly isChosen?: boolean;
  /** By whom else one may be vouched for; null when by nobody. */
  readonly issuer?: string | null;
}

/** The form with what was typed, except the password. */
export function SignInPage({ language, typed, faults = [], to, isChosen, issuer }: SignInProps) {
  const text = signInWords[language];
  const path = leadingTo('/entrar', to);
  return (
    <SignInFrame title={text.title} path={path} lead={text.who} language={language} faults={faults}>
      {isChosen && (
        <p class="done" role="status">
          {text.chosen}
        </p>
      )}
      <PasskeyButton
        text={text}
        path={inLanguage(leadingTo('/entrar/llave', to), language)}
        question="/entrar/llave/pregunta"
      />
      {issuer && (
        <a class="button quiet wide" href={inLanguage(leadingTo('/entrar/oidc', to), language)}>
          {text.byIssuer} {issuer}
        </a>
      )}
      <form method="post" action={inLanguage(path, language)}>
        <Field
          name="email"
          label={text.email}
          language={language}
          typed={typed}
          faults={faults}
          input={{ type: 'email', autocomplete: 'username webauthn', required: true, maxLength: 254 }}
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
      <p>
        <a class="alone" href={inLanguage('/entrar/olvido', language)}>
          {text.forgotten}
        </a>
      </p>
    </SignInFrame>
  );
}
