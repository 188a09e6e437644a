export interface PasskeyWords {
  readonly passkey: string;
  readonly passkeyCancelled: string;
  readonly passkeyFailed: string;
}

interface PasskeyButtonProps {
  readonly text: PasskeyWords;
  /** Where the answer goes. */
  readonly path: string;
  /** Where the script asks for a question. */
  readonly question: string;
  /** Whether a passkey is made, rather than used. */
  readonly isMaking?: boolean;
}

/** Hidden until the script finds that the browser knows passkeys. */
export function PasskeyButton({ text, path, question, isMaking }: PasskeyButtonProps) {
  return (
    <div
      id="passkey"
      hidden
      data-question={question}
      data-make={isMaking ? '' : undefined}
      data-cancelled={text.passkeyCancelled}
      data-failed={text.passkeyFailed}
    >
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
