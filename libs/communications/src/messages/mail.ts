import { fill, oneLine, type Language, type Words } from '#kernel';
import type { MailedPurpose } from '#platform';
import type { DeliveryPolicy } from './message.rules.js';

/** What every mail of an event says of it: whose name it bears, and whether it is demonstration data. */
export interface EventMail {
  readonly eventName: string;
  readonly isDemonstration: boolean;
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

/** A signed link, whose address is only worked out when the mail goes out, so that no token is stored. */
export interface MailLink {
  readonly linkId: string;
  readonly purpose: MailedPurpose;
}

/** A one-time code, which is only worked out when the mail goes out, so that it is never stored. */
export interface MailCode {
  readonly codeId: string;
}

/** A button: to a signed link, or to a public address. */
export type MailAction = { readonly label: string } & (MailLink | { readonly url: string });

/** A mail as its sentence; the layout makes HTML and text of it and escapes everything. */
export interface MailBody {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly MailFact[];
  readonly action?: MailAction;
  /** Shown large, above the button. */
  readonly code?: MailCode;
  /** What follows the button. */
  readonly closing?: readonly string[];
}

export interface MailDeclaration<Data extends EventMail> {
  /** Kebab case, as the fact that it tells: `meeting-request-accepted`. */
  readonly name: string;
  readonly policy: DeliveryPolicy;
  /** Words may name any text or number of the data in braces. */
  readonly subject: Words | ((data: Data, language: Language) => string);
  readonly render: (data: Data, language: Language) => MailBody;
  /** Feeds the preview, the proof at boot, and a test. */
  readonly sample: Data;
}

const declared = new Map<string, MailDeclaration<EventMail>>();

/** Declares one mail, in the `<noun>.mails.ts` of the noun that sends it. */
export function declareMail<Data extends EventMail>(mail: MailDeclaration<Data>): MailDeclaration<Data> {
  if (declared.has(mail.name)) throw new Error(`The mail ${mail.name} is declared twice`);
  declared.set(mail.name, mail as unknown as MailDeclaration<EventMail>);
  return mail;
}

export function declaredMails(): readonly MailDeclaration<EventMail>[] {
  return [...declared.values()];
}

/** The subject on one line, whatever the data held. */
export function subjectOf<Data extends EventMail>(mail: MailDeclaration<Data>, data: Data, language: Language): string {
  const values = data as unknown as Record<string, string | number>;
  const subject =
    typeof mail.subject === 'function' ? mail.subject(data, language) : fill(mail.subject[language], values);
  return oneLine(subject);
}
