import { languages } from '#kernel';
import { declaredMails, type EventMail, type MailDeclaration } from './mail.js';
import { renderMail } from './rendered-mail.js';

const nonce = 'proof';

/** What is wrong with one mail's sample in either language; empty when it renders. */
export function faultsOf(mail: MailDeclaration<EventMail>): string[] {
  return languages.flatMap((language) => {
    const place = `${mail.name} (${language})`;
    try {
      const { subject, html, text } = renderMail(mail, mail.sample, language, nonce);
      const faults: string[] = [];
      if (subject.length === 0 || subject.length > 150)
        faults.push(`${place}: the subject has ${subject.length} characters, expected 1 to 150`);
      const stray = /\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|\{\w+\}/.exec(`${subject}\n${text}`);
      if (stray) faults.push(`${place}: an empty place shows as "${stray[0]}"`);
      if (!html.includes('<p')) faults.push(`${place}: the HTML is empty`);
      return faults;
    } catch (error) {
      return [`${place}: ${(error as Error).message}`];
    }
  });
}

/** Boot-time proof: the sample of every declared mail renders in every language. Throws, naming each that does not. */
export function proveMails(): void {
  const faults = declaredMails().flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`Mails are not right: ${faults.join('; ')}`);
}
