import type { Language } from '#kernel';
import { htmlOf, textOf } from './mail-layout.js';
import {
  subjectOf,
  type EventMail,
  type MailAction,
  type MailBody,
  type MailCode,
  type MailDeclaration,
  type MailLink,
} from './mail.js';

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The signed links and codes that stand in html and text as placeholders, in order. */
  readonly links: readonly (MailLink | MailCode)[];
}

/**
 * Renders a declared mail. `nonce` makes the placeholders of this one mail: random, so that no text which somebody typed into a form
 * can be taken for one.
 */
export function renderMail<Data extends EventMail>(
  mail: MailDeclaration<Data>,
  data: Data,
  language: Language,
  nonce: string,
): RenderedMail {
  const subject = subjectOf(mail, data, language);
  const body = mail.render(data, language);
  const links = secretsOf(body);
  const code = body.code ? placeholder(nonce, links.length - 1) : null;
  const laidOut = { subject, event: data, body, actionUrl: addressOf(body.action, nonce), code, language };
  return { subject, html: htmlOf(laidOut), text: textOf(laidOut), links };
}

/** The code, if there is one, comes last. */
function secretsOf({ action, code }: MailBody): (MailLink | MailCode)[] {
  const link = action && 'linkId' in action ? [{ linkId: action.linkId, purpose: action.purpose }] : [];
  return code ? [...link, { codeId: code.codeId }] : link;
}

const placeholder = (nonce: string, index: number): string => `https://link.invalid/${nonce}/${index}`;

function addressOf(action: MailAction | undefined, nonce: string): string | null {
  if (!action) return null;
  if ('linkId' in action) return placeholder(nonce, 0);
  if (!/^https?:\/\//.test(action.url)) throw new Error(`Not an address to open: ${action.url}`);
  return action.url;
}

/** Puts addresses and codes in the place of their placeholders, in html or text. */
export function withLinks(content: string, nonce: string, urls: readonly string[]): string {
  return urls.reduce((text, url, index) => text.replaceAll(placeholder(nonce, index), () => url), content);
}
