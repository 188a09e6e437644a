import type { AuthenticatorSetup } from '#identity';
import type { Language } from '#kernel';
import { Field } from '../frame/form.js';
import { PasskeyButton } from './passkey-button.js';
import { inLanguage, leadingTo, SignInFrame, type StepProps } from './sign-in-frame.js';
import { signInWords } from './sign-in-words.js';

const codeInput = {
  autocomplete: 'one-time-code',
  required: true,
  maxLength: 20,
  autocapitalize: 'characters',
} as const;

/** The code of the app, or a recovery code. */
export function SecondStepPage({ language, faults = [], to }: StepProps & { readonly to: string }) {
  const text = signInWords[language];
  const path = leadingTo('/entrar/codigo', to);
  return (
    <SignInFrame title={text.codeTitle} path={path} lead={text.codeWho} language={language} faults={faults}>
      <form method="post" action={inLanguage(path, language)}>
        <Field
          name="code"
          label={text.code}
          hint={text.codeHint}
          language={language}
          faults={faults}
          input={{ ...codeInput, inputMode: 'text', autofocus: true }}
        />
        <button type="submit">{text.next}</button>
      </form>
      <PasskeyButton
        text={text}
        path={inLanguage(leadingTo('/entrar/llave', to), language)}
        question="/entrar/llave/pregunta"
      />
      <p>
        <a class="alone" href={inLanguage(leadingTo('/entrar', to), language)}>
          {text.startOver}
        </a>
      </p>
    </SignInFrame>
  );
}

interface SetupProps extends StepProps {
  readonly setup: AuthenticatorSetup;
  readonly to: string;
}

/** An app is set up on the way in, where a password alone is not enough and nothing else is there yet. */
export function SetupPage({ language, faults = [], setup, to }: SetupProps) {
  const text = signInWords[language];
  const path = leadingTo('/entrar/configurar', to);
  return (
    <SignInFrame title={text.setupTitle} path={path} lead={text.setupWho} language={language} faults={faults}>
      {/* Drawn from the secret alone: nothing in it was typed by anybody. */}
      <div class="qr" role="img" aria-label={text.setupQr} dangerouslySetInnerHTML={{ __html: setup.qr }} />
      <p class="soft">{text.setupByHand}</p>
      <code class="key">{setup.secret.replace(/.{4}/g, '$& ').trim()}</code>
      <p>
        <a class="alone" href={setup.uri}>
          {text.setupOpen}
        </a>
      </p>
      <form method="post" action={inLanguage(path, language)}>
        <Field
          name="code"
          label={text.code}
          language={language}
          faults={faults}
          input={{ ...codeInput, inputMode: 'numeric' }}
        />
        <button type="submit">{text.setupDo}</button>
      </form>
    </SignInFrame>
  );
}

interface CodesProps {
  readonly language: Language;
  readonly codes: readonly string[];
  readonly to: string;
}

/** Shown once, right after the app was set up. */
export function RecoveryCodesPage({ language, codes, to }: CodesProps) {
  const text = signInWords[language];
  return (
    <SignInFrame title={text.codesTitle} path="/entrar" lead={text.codesWho} language={language}>
      <ul class="codes">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
      <a class="button noprint" href={to}>
        {text.codesDone}
      </a>
    </SignInFrame>
  );
}
