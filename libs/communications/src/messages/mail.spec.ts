import { faultsOf } from './mail-proof.js';
import { declareMail, type EventMail, type MailBody, type MailDeclaration } from './mail.js';
import { renderMail, withLinks } from './rendered-mail.js';

interface Data extends EventMail {
  readonly who: string;
}

const sample: Data = { eventName: 'II Encuentro', isDemonstration: false, who: 'Ana Quispe' };

let count = 0;
const mailOf = (change: Partial<MailDeclaration<Data>> = {}, body: Partial<MailBody> = {}): MailDeclaration<Data> =>
  declareMail<Data>({
    name: `spec-mail-${(count += 1)}`,
    policy: 'at_least_once',
    subject: { es: 'Hola, {who}', en: 'Hello, {who}' },
    render: ({ who }, language) => ({
      greeting: language === 'es' ? `Estimada ${who}:` : `Dear ${who},`,
      paragraphs: ['La esperamos.'],
      facts: [{ label: 'Mesa', value: '4' }],
      ...body,
    }),
    sample,
    ...change,
  });

const faults = (mail: MailDeclaration<Data>) => faultsOf(mail as unknown as MailDeclaration<EventMail>);

describe('a declared mail', () => {
  it('speaks the language of its reader', () => {
    expect([renderMail(mailOf(), sample, 'es', 'n').subject, renderMail(mailOf(), sample, 'en', 'n').subject]).toEqual([
      'Hola, Ana Quispe',
      'Hello, Ana Quispe',
    ]);
  });

  it('says the same in its text as in its HTML', () => {
    const mail = mailOf({}, { action: { label: 'Ver', url: 'https://example.org/x' } });
    expect(renderMail(mail, sample, 'es', 'n').text).toBe(
      'II Encuentro\n\nEstimada Ana Quispe:\n\nLa esperamos.\n\nMesa: 4\n\nVer:\nhttps://example.org/x\n\n--\nEste mensaje es automático; no hace falta responderlo.\n',
    );
  });

  it('escapes whatever the data holds', () => {
    const { html } = renderMail(mailOf(), { ...sample, who: '<img src=x onerror=alert(1)>"&' }, 'es', 'n');
    expect([html.includes('<img'), html.includes('&lt;img src=x onerror=alert(1)>')]).toEqual([false, true]);
  });

  it('keeps its subject on one line', () => {
    expect(renderMail(mailOf(), { ...sample, who: 'Ana\r\nBcc: eva@example.org' }, 'es', 'n').subject).toBe(
      'Hola, Ana Bcc: eva@example.org',
    );
  });

  it.each([true, false])('says that it is demonstration data when it is: %s', (isDemonstration) => {
    const { html, text } = renderMail(mailOf(), { ...sample, isDemonstration }, 'es', 'n');
    expect([html.includes('Datos de demostración'), text.includes('Datos de demostración')]).toEqual([
      isDemonstration,
      isDemonstration,
    ]);
  });

  it('offers nothing to open but addresses of the web', () => {
    const mail = mailOf({}, { action: { label: 'Ver', url: 'javascript:alert(1)' } });
    expect(() => renderMail(mail, sample, 'es', 'n')).toThrow('Not an address to open');
  });

  it('fills in its links once the addresses are known, and in nothing that was typed', () => {
    const mail = mailOf({}, { action: { label: 'Ver', linkId: 'one', purpose: 'delegation' } });
    const typed = 'https://link.invalid/other/0';
    const { text, links } = renderMail(mail, { ...sample, who: typed }, 'es', 'nonce');
    const filled = withLinks(text, 'nonce', ['https://example.org/d/token']);
    expect(links).toEqual([{ linkId: 'one', purpose: 'delegation' }]);
    expect([
      filled.includes('Ver:\nhttps://example.org/d/token\n'),
      filled.includes(typed),
      filled.includes('nonce'),
    ]).toEqual([true, true, false]);
  });
});

describe('the proof at boot', () => {
  it('is content with a mail whose sample renders', () => {
    expect(faults(mailOf())).toEqual([]);
  });

  it('names a mail that throws, in each language', () => {
    const mail = mailOf({ subject: { es: 'Hola, {nobody}', en: 'Hello, {nobody}' } });
    expect(faults(mail)).toEqual([
      `${mail.name} (es): No value for {nobody} in: Hola, {nobody}`,
      `${mail.name} (en): No value for {nobody} in: Hello, {nobody}`,
    ]);
  });

  it('names a mail with an empty place', () => {
    const mail = mailOf({}, { paragraphs: [`Mesa ${String(undefined)}`] });
    expect(faults(mail)).toEqual([
      `${mail.name} (es): an empty place shows as "undefined"`,
      `${mail.name} (en): an empty place shows as "undefined"`,
    ]);
  });

  it('refuses two mails of one name', () => {
    const { name } = mailOf();
    expect(() => mailOf({ name })).toThrow(`The mail ${name} is declared twice`);
  });
});
