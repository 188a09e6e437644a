import { Field } from '../frame/form.js';
import { inLanguage, SignInFrame, type StepProps } from './sign-in-frame.js';
import { signInWords } from './sign-in-words.js';

/** Asked of whoever is signed in before personal data leaves by an address that was opened. */
export function ProofPage({ language, faults = [], back }: StepProps & { readonly back: string }) {
  const text = signInWords[language];
  const path = `/entrar/comprobar?${new URLSearchParams({ volver: back }).toString()}`;
  return (
    <SignInFrame title={text.proofTitle} path={path} lead={text.proofWho} language={language} faults={faults}>
      <form method="post" action={inLanguage(path, language)}>
        <Field
          name="code"
          label={text.proofCode}
          language={language}
          faults={faults}
          optional
          input={{ autocomplete: 'one-time-code', maxLength: 20 }}
        />
        <Field
          name="password"
          label={text.password}
          hint={text.proofOr}
          language={language}
          faults={faults}
          optional
          input={{ type: 'password', autocomplete: 'current-password' }}
        />
        <button type="submit">{text.proofDo}</button>
      </form>
    </SignInFrame>
  );
}
