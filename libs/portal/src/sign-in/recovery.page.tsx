import { Field } from '../frame/form.js';
import { inLanguage, SignInFrame, type StepProps } from './sign-in-frame.js';
import { signInWords } from './sign-in-words.js';

/** Asks for the address; afterwards it says the same whether that has an account. */
export function ForgottenPage({ language, typed, faults = [], isSent }: StepProps & { readonly isSent: boolean }) {
  const text = signInWords[language];
  const path = '/entrar/olvido';
  return (
    <SignInFrame title={text.forgottenTitle} path={path} lead={text.forgottenWho} language={language} faults={faults}>
      {isSent && (
        <p class="done" role="status">
          {text.forgottenDone}
        </p>
      )}
      <form method="post" action={inLanguage(path, language)}>
        <Field
          name="email"
          label={text.email}
          language={language}
          typed={typed}
          faults={faults}
          input={{ type: 'email', autocomplete: 'username', required: true, maxLength: 254 }}
        />
        <button type="submit">{text.forgottenDo}</button>
      </form>
      <p>
        <a class="alone" href={inLanguage('/entrar', language)}>
          {text.title}
        </a>
      </p>
    </SignInFrame>
  );
}

interface ChooseProps extends StepProps {
  readonly path: string;
  readonly email: string;
}

/** The one form that a mailed link opens. */
export function ChoosePasswordPage({ language, faults = [], path, email }: ChooseProps) {
  const text = signInWords[language];
  return (
    <SignInFrame title={text.chooseTitle} path={path} lead={text.chooseWho} language={language} faults={faults}>
      <form method="post" action={inLanguage(path, language)}>
        <p>
          {text.chooseFor}: <strong>{email}</strong>
        </p>
        {/* Key rings keep the password under this name. */}
        <input
          type="email"
          class="hidden"
          name="email"
          value={email}
          autocomplete="username"
          tabIndex={-1}
          aria-hidden="true"
          readOnly
        />
        <Field
          name="password"
          label={text.password}
          language={language}
          faults={faults}
          input={{ type: 'password', autocomplete: 'new-password', required: true, maxLength: 200 }}
        />
        <button type="submit">{text.chooseDo}</button>
      </form>
    </SignInFrame>
  );
}

export function LinkOverPage({ language, path }: StepProps & { readonly path: string }) {
  const text = signInWords[language];
  return (
    <SignInFrame title={text.overTitle} path={path} lead={text.overWho} language={language}>
      <a class="button" href={inLanguage('/entrar/olvido', language)}>
        {text.forgotten}
      </a>
    </SignInFrame>
  );
}
