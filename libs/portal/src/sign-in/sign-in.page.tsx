import { Field } from '../frame/form.js';
import { inLanguage, SignInFrame, type StepProps } from './sign-in-frame.js';
import { signInWords } from './sign-in-words.js';

/** The form with what was typed, except the password. */
export function SignInPage({ language, typed, faults = [] }: StepProps) {
  const text = signInWords[language];
  const path = '/entrar';
  return (
    <SignInFrame title={text.title} path={path} lead={text.who} language={language} faults={faults}>
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
    </SignInFrame>
  );
}
