import type { GuestPasskey } from '#guests';
import { dayName, dayOf, type Language } from '#kernel';
import { ErrorSummary, type FormFault } from '../frame/form.js';
import { inLanguage } from '../frame/in-language.js';
import { PasskeyButton } from '../sign-in/passkey-button.js';
import { homeZone } from './assistants.page.js';
import { GuestFrame } from './guest-frame.js';
import { guestWords } from './guest-words.js';
import type { GuestVisit } from './guests.js';
import { ownStyle } from './own.page.js';
import { guestPasskeyWords } from './passkey-words.js';

export interface PasskeysPageProps {
  readonly visit: GuestVisit;
  readonly keys: readonly GuestPasskey[];
  readonly language: Language;
  readonly done?: 'creada' | 'retirada';
  readonly faults?: readonly FormFault[];
}

/** `/mi/llaves`: the passkeys of this person; to make another and to withdraw. */
export function PasskeysPage({ visit, keys, language, done, faults = [] }: PasskeysPageProps) {
  const text = guestPasskeyWords[language];
  const path = '/mi/llaves';
  const making = { passkey: text.make, passkeyCancelled: text.makeCancelled, passkeyFailed: text.makeFailed };
  return (
    <GuestFrame
      title={text.title}
      language={language}
      path={path}
      hasFaults={faults.length > 0}
      isDemonstration={visit.person.isDemonstration}
      extraStyle={ownStyle}
    >
      <p>{text.about}</p>
      <ErrorSummary faults={faults} language={language} />
      {done && (
        <p class="done" role="status">
          {done === 'creada' ? text.made : text.revoked}
        </p>
      )}
      {keys.length === 0 && <p class="soft">{text.none}</p>}
      {keys.length > 0 && <KeyList keys={keys} language={language} path={path} />}
      <PasskeyButton text={making} path={inLanguage(path, language)} question="/mi/llaves/pregunta" isMaking />
      <noscript>
        <p class="soft">{text.without}</p>
      </noscript>
      <p>
        <a class="alone" href={inLanguage('/mi', language)}>
          ← {guestWords[language].back}
        </a>
      </p>
    </GuestFrame>
  );
}

function KeyList({ keys, language, path }: Pick<PasskeysPageProps, 'keys' | 'language'> & { readonly path: string }) {
  const text = guestPasskeyWords[language];
  const day = (instant: Date) => dayName(dayOf(instant, homeZone), language);
  return (
    <ul class="own">
      {keys.map(({ id, createdAt, lastUsedAt }) => (
        <li>
          <b>{text.since(day(createdAt))}</b>
          <span class="soft">{lastUsedAt ? text.used(day(lastUsedAt)) : text.unused}</span>
          <form method="post" action={inLanguage(path, language)}>
            <input type="hidden" name="llave" value={id} />
            <button name="do" value="retirar" class="quiet" aria-label={text.revokeOf(day(createdAt))}>
              {text.revoke}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
