import type { Language } from '#kernel';
import { signInWords } from './sign-in-words.js';

/** Hidden until the script finds that the browser knows passkeys. `path` is where the answer goes. */
export function PasskeyButton({ language, path }: { readonly language: Language; readonly path: string }) {
  const text = signInWords[language];
  return (
    <div id="passkey" hidden data-cancelled={text.passkeyCancelled} data-failed={text.passkeyFailed}>
      <form method="post" action={path}>
        <input type="hidden" name="challengeId" />
        <input type="hidden" name="answer" />
        <button type="button">{text.passkey}</button>
      </form>
      <p role="status" class="soft"></p>
      <script src="/assets/llave.js" defer />
    </div>
  );
}
