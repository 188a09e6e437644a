import { SmtpSink, type Answer, type Step } from '#support';
import { readConfig } from '../config/config.js';
import type { Mail } from './mail.js';
import { MailTransport, resultOf, type SendResult } from './mail-transport.js';
import { bytesOf } from './mime.js';

const mail: Mail = {
  messageId: 'd5d2b6a4-8a4e-4b63-9d0a-3b7f5c3c9f11@encuentros.example',
  from: { name: 'II Encuentro Nacional', address: 'no-responder@encuentros.example' },
  to: { name: 'Quispe, Ana\r\nBcc: other@example.org', address: 'ana@example.org' },
  subject: 'Reunión aceptada',
  text: 'Señora Ana, su reunión fue aceptada.\n',
  html: '<p>Señora Ana, su reunión fue aceptada.</p>',
  date: new Date('2025-06-06T14:00:00Z'),
  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
};

describe('the bytes of a mail', () => {
  it('are the same each time', async () => {
    expect((await bytesOf(mail)).equals(await bytesOf(mail))).toBe(true);
  });

  it('differ between two mails in their part boundaries', async () => {
    const boundary = /boundary="([^"]+)"/;
    const one = boundary.exec((await bytesOf(mail)).toString())?.[1];
    const other = boundary.exec((await bytesOf({ ...mail, messageId: 'other@encuentros.example' })).toString())?.[1];
    expect(one).not.toBe(other);
  });
});

describe('the mail transport', () => {
  let sink: SmtpSink;
  let transport: MailTransport;
  let begun: number;

  beforeEach(async () => {
    sink = await SmtpSink.start();
    transport = new MailTransport(
      readConfig({ DATABASE_URL: 'postgres://localhost/x', SMTP_URL: sink.url, SECRET: 's'.repeat(32) }),
    );
    begun = 0;
  });

  afterEach(async () => {
    transport.onApplicationShutdown();
    await sink.stop();
  });

  const send = (): Promise<SendResult> =>
    transport.send(mail, () => {
      begun += 1;
      return Promise.resolve();
    });

  const at = (step: Step, answer: Answer) => {
    sink.answer = (current) => (current === step ? answer : 'take');
  };

  it('sends to the one recipient of the envelope, whatever the name holds', async () => {
    expect((await send()).outcome).toBe('accepted');
    const [received] = await sink.read();
    expect(sink.mails.map(({ to }) => to)).toEqual([['ana@example.org']]);
    expect(received.to).toEqual([{ name: 'Quispe, Ana Bcc: other@example.org', address: 'ana@example.org' }]);
    expect([received.bcc, received.subject, received.messageId, received.date]).toEqual([
      undefined,
      'Reunión aceptada',
      `<${mail.messageId}>`,
      '2025-06-06T14:00:00.000Z',
    ]);
  });

  it('gives text, HTML and calendar as alternatives, the METHOD in the MIME type', async () => {
    await send();
    const raw = sink.mails[0].raw.toString();
    expect([...raw.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    expect(/Content-Type: text\/calendar;[^\r]*(\r\n\s[^\r]*)*method=REQUEST/.test(raw)).toBe(true);
  });

  it('sends the next mail over the same connection, and another one when that has ended', async () => {
    let connections = 0;
    sink.answer = (step) => {
      if (step === 'connect') connections += 1;
      return 'take';
    };
    const outcomes = [await send(), await send()];
    await sink.stop();
    await sink.start();
    outcomes.push(await send());
    expect([outcomes.map(({ outcome }) => outcome), connections]).toEqual([['accepted', 'accepted', 'accepted'], 2]);
  });

  it.each<[string, Step, Answer, SendResult['outcome'], number]>([
    ['a server that will not have us', 'connect', { code: 554, say: 'no' }, 'deferred', 0],
    ['greylisting', 'rcpt', { code: 451, say: 'come back' }, 'deferred', 0],
    ['a service that closes in the middle', 'rcpt', { code: 421, say: 'closing' }, 'deferred', 0],
    ['an address that does not exist', 'rcpt', { code: 550, say: 'no such user' }, 'refused', 0],
    ['a connection lost before the content', 'rcpt', 'hang up', 'deferred', 0],
    ['a full disk, after the content', 'data', { code: 452, say: 'full' }, 'deferred', 1],
    ['content that is not wanted', 'data', { code: 554, say: 'spam' }, 'refused', 1],
    ['a connection lost after the content', 'data', 'hang up', 'uncertain', 1],
  ])('answers to %s', async (_, step, answer, outcome, begins) => {
    at(step, answer);
    expect([(await send()).outcome, begun]).toEqual([outcome, begins]);
  });

  it('is deferred while no server listens', async () => {
    await sink.stop();
    expect((await send()).outcome).toBe('deferred');
  });

  it('hands nothing over when the mark before the content cannot be made', async () => {
    const result = await transport.send(mail, () => Promise.reject(new Error('database is away')));
    expect([result.outcome, sink.mails]).toEqual(['deferred', []]);
  });
});

describe('a refusal', () => {
  const fault = (responseCode: number, command: string) => Object.assign(new Error('no'), { responseCode, command });

  it.each([
    [550, 'RCPT TO', true],
    [552, 'RCPT TO', false],
    [550, 'DATA', false],
    [550, 'MAIL FROM', false],
  ])('%s to %s blames the address: %s', (code, command, badAddress) => {
    expect(resultOf(fault(code, command), false)).toEqual({ outcome: 'refused', response: 'no', badAddress });
  });

  it('to sign in is no fault of the mail', () => {
    expect(resultOf(fault(535, 'AUTH PLAIN'), false)).toEqual({ outcome: 'deferred', response: 'no' });
  });
});
