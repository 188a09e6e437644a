import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

interface Question {
  readonly challengeId: string;
  readonly options: string;
}

/** What goes back to the server. */
export interface PasskeyReply {
  readonly challengeId: string;
  readonly answer: string;
}

type SignOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type MakeOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

export const hasPasskeys = browserSupportsWebAuthn;

/** Opens the browser's own dialog. Throws when the person closes it. */
export async function signWithPasskey({ challengeId, options }: Question): Promise<PasskeyReply> {
  const answer = await startAuthentication({ optionsJSON: JSON.parse(options) as SignOptions });
  return { challengeId, answer: JSON.stringify(answer) };
}

/** Lets the device make a passkey. Throws when the person closes the dialog, or the device has one already. */
export async function makePasskey({ challengeId, options }: Question): Promise<PasskeyReply> {
  const answer = await startRegistration({ optionsJSON: JSON.parse(options) as MakeOptions });
  return { challengeId, answer: JSON.stringify(answer) };
}
