import type { Language } from '#kernel';
import { ErrorSummary, Field, type FormFault, type Typed } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { Page } from '../frame/page.js';
import { PasskeyButton } from '../sign-in/passkey-button.js';
import { GuestFrame } from './guest-frame.js';
import { guestWords, maskedAddress } from './guest-words.js';
import { guestPasskeyWords } from './passkey-words.js';

interface FormProps {
  readonly language: Language;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

const emailInput = {
  type: 'text',
  inputMode: 'email',
  autocomplete: 'email',
  autocapitalize: 'none',
  spellcheck: false,
  required: true,
  maxLength: 254,
} as const;

/** `/mi/entrar`: the address that a code is mailed to. */
export function EnterPage({ language, typed, faults = [] }: FormProps) {
  const text = guestWords[language];
  const path = '/mi/entrar';
  return (
    <GuestFrame title={text.enter} language={language} path={path} hasFaults={faults.length > 0}>
      <p>{text.enterWho}</p>
      <ErrorSummary faults={faults} language={language} />
      <PasskeyButton
        text={guestPasskeyWords[language]}
        path={inLanguage('/mi/llave', language)}
        question="/mi/llave/pregunta"
      />
      <form method="post" action={inLanguage(path, language)}>
        <Field name="email" label={text.email} {...{ language, typed, faults }} input={emailInput} />
        <button>{text.send}</button>
      </form>
      <p>
        <a class="alone" href={inLanguage('/mi/enlace-perdido', language)}>
          {text.lost}
        </a>
      </p>
      <p>
        <a class="alone" href={inLanguage('/entrar', language)}>
          {text.staff}
        </a>
      </p>
    </GuestFrame>
  );
}

/** `/mi/codigo?pedido=<id>`: the code that was mailed. The page is the same for every address. */
export function CodePage({ language, typed, faults = [], codeId }: FormProps & { readonly codeId: string }) {
  const text = guestWords[language];
  const path = `/mi/codigo?pedido=${encodeURIComponent(codeId)}`;
  return (
    <GuestFrame title={text.codeTitle} language={language} path={path} hasFaults={faults.length > 0}>
      <p id="code-hint">{text.codeHint}</p>
      <ErrorSummary faults={faults} language={language} />
      <form method="post" action={inLanguage('/mi/codigo', language)}>
        <input type="hidden" name="pedido" value={codeId} />
        <Field
          name="codigo"
          label={text.code}
          {...{ language, typed, faults }}
          input={{ inputMode: 'numeric', autocomplete: 'one-time-code', required: true, maxLength: 20 }}
        />
        <button>{text.confirm}</button>
      </form>
      <p>
        <a class="alone" href={inLanguage('/mi/entrar', language)}>
          {text.another}
        </a>
      </p>
    </GuestFrame>
  );
}

interface ProveProps {
  readonly language: Language;
  /** `/d/<token>`: where its user goes back to. */
  readonly path: string;
  readonly address: string;
}

/** In place of a link's page: this browser has not shown yet that it reads the address of whom the link was sent to. */
export function ProvePage({ language, path, address }: ProveProps) {
  const text = guestWords[language];
  return (
    <Page
      title={text.proveTitle}
      language={language}
      otherLanguageHref={language === 'es' ? '?lang=en' : '?lang=es'}
      isPrivate
    >
      <div class="wrap narrow">
        <h1>{text.proveTitle}</h1>
        <p>{text.prove(maskedAddress(address))}</p>
        <form method="post" action={inLanguage('/mi/enlace', language)}>
          <input type="hidden" name="camino" value={path} />
          <button>{text.proveButton}</button>
        </form>
      </div>
    </Page>
  );
}

/** `/mi/enlace-perdido`: the same answer whether the address has links or not. */
export function LostLinkPage({ language, typed, faults = [], isDone }: FormProps & { readonly isDone?: boolean }) {
  const text = guestWords[language];
  const path = '/mi/enlace-perdido';
  return (
    <GuestFrame title={text.lostTitle} language={language} path={path} hasFaults={faults.length > 0}>
      {isDone ? (
        <p class="done" role="status">
          {text.lostDone}
        </p>
      ) : (
        <p>{text.lostWho}</p>
      )}
      <ErrorSummary faults={faults} language={language} />
      <form method="post" action={inLanguage(path, language)}>
        <Field name="email" label={text.email} {...{ language, typed, faults }} input={emailInput} />
        <button class={isDone ? 'quiet' : undefined}>{text.lostButton}</button>
      </form>
    </GuestFrame>
  );
}
