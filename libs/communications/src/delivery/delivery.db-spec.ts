import { newId } from '#kernel';
import { LinkResolver, UnitOfWork } from '#platform';
import { cloneDatabase, eventually, SmtpSink, testApp, type ClonedDatabase, type TestApp } from '#support';
import { calendarOf, type CalendarPart } from '../calendar/calendar.js';
import { declareMail, type EventMail } from '../messages/mail.js';
import { Message } from '../messages/message.entity.js';
import { MessageService, type OutgoingMail } from '../messages/message.service.js';
import { DeliveryEvent } from './delivery-event.entity.js';
import { DeliveryService } from './delivery.service.js';

interface Visit extends EventMail {
  readonly linkId: string;
}

const sample: Visit = { eventName: 'II Encuentro', isDemonstration: false, linkId: newId() };
const render = ({ linkId }: Visit) => ({
  greeting: 'Estimada Ana:',
  paragraphs: ['La esperamos.'],
  action: { label: 'Ver', linkId, purpose: 'meetings' as const },
});
const subject = { es: 'Su visita', en: 'Your visit' };
const confirmation = declareMail<Visit>({
  name: 'spec-confirmation',
  policy: 'at_least_once',
  subject,
  render,
  sample,
});
const announcement = declareMail<Visit>({ name: 'spec-announcement', policy: 'at_most_once', subject, render, sample });

let database: ClonedDatabase;
let sink: SmtpSink;
let app: TestApp;

beforeEach(async () => {
  database = await cloneDatabase();
  sink = await SmtpSink.start();
  app = await testApp({ database, worker: true, env: { SMTP_URL: sink.url } });
});

afterEach(async () => {
  await app.close();
  await sink.stop();
  await database.drop();
});

const queue = (change: Partial<OutgoingMail<Visit>> = {}): Promise<string | null> =>
  app.get(UnitOfWork).run((work) =>
    app.get(MessageService).queue(work, {
      mail: confirmation,
      to: { name: 'Ana Quispe', address: 'ana@example.org' },
      eventId: newId(),
      language: 'es',
      data: sample,
      dedupeKey: newId(),
      ...change,
    }),
  );

const messages = (): Promise<Message[]> => app.dataSource.getRepository(Message).find({ order: { position: 'ASC' } });
const states = async (): Promise<string[]> => (await messages()).map(({ state }) => state);
const reach = (...expected: string[]) => eventually(states, (now) => now.join() === expected.join());
/** Time goes on, and the sweep that would notice it within seconds does so at once. */
const minutes = async (count: number): Promise<void> => {
  app.clock.advance(count * 60_000);
  await app.get(DeliveryService).requeueDue();
};
const first = async (): Promise<Message> => (await messages())[0];

it('sends a queued mail once, however often it is queued', async () => {
  const dedupeKey = newId();
  const ids = [await queue({ dedupeKey }), await queue({ dedupeKey })];
  await reach('sent');
  expect([ids.map((id) => id !== null), sink.mails.length]).toEqual([[true, false], 1]);
});

it('leaves a step for each try, with what the server said', async () => {
  sink.answer = (step) => (step === 'rcpt' ? { code: 451, say: 'greylisted' } : 'take');
  await queue();
  await reach('deferred');
  sink.answer = () => 'take';
  await minutes(2);
  await reach('sent');
  const rows = await app.dataSource.getRepository(DeliveryEvent).find({ order: { sequence: 'ASC' } });
  const steps = rows.map(({ state, attempt }) => `${state} ${attempt}`).join(', ');
  expect(steps).toBe('sending 1, deferred 1, queued 1, sending 2, sent 2');
  expect(rows[1].response).toContain('greylisted');
});

it('queues one message out of 20 submissions at once', async () => {
  const dedupeKey = newId();
  const ids = await Promise.all(Array.from({ length: 20 }, () => queue({ dedupeKey })));
  await reach('sent');
  expect([ids.filter((id) => id !== null).length, sink.mails.length]).toEqual([1, 1]);
});

it('would queue all 20 of them without the unique key', async () => {
  await app.dataSource.query('ALTER TABLE message DROP CONSTRAINT message_once');
  const ids = await Promise.all(Array.from({ length: 20 }, () => queue({ dedupeKey: 'one' })));
  expect(ids.filter((id) => id !== null).length).toBe(20);
});

it('sends nothing of a unit of work that was undone', async () => {
  const service = app.get(MessageService);
  const undone = app.get(UnitOfWork).run(async (work) => {
    const to = { name: 'Ana', address: 'ana@example.org' };
    const outgoing = {
      mail: confirmation,
      to,
      eventId: newId(),
      language: 'es' as const,
      data: sample,
      dedupeKey: 'x',
    };
    await service.queue(work, outgoing);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await messages()).toEqual([]);
});

it('refuses an address that is not one', async () => {
  await expect(queue({ to: { name: 'Ana', address: 'ana@example.org,eva@example.org' } })).rejects.toThrow(
    'Not an e-mail address',
  );
});

it('fills in the signed link as the mail goes out and stores no token', async () => {
  await queue();
  await reach('sent');
  const url = app.get(LinkResolver).urlOf(sample.linkId, 'meetings');
  const [mail] = await sink.read();
  const { html, text } = await first();
  expect([mail.text?.includes(`Ver:\n${url}\n`), mail.html?.includes(`href="${url}"`)]).toEqual([true, true]);
  expect([html.includes(url), text.includes(url)]).toEqual([false, false]);
});

it('keeps mails while the server is down and sends them when it is back', async () => {
  await sink.stop();
  await queue();
  await reach('deferred');
  await minutes(2);
  await eventually(first, ({ state, attempts }) => state === 'deferred' && attempts === 2);
  await sink.start();
  await minutes(7);
  await reach('sent');
  expect(sink.mails.length).toBe(1);
});

it('comes back later to a server that says later', async () => {
  sink.answer = (step) => (step === 'rcpt' ? { code: 451, say: 'greylisted' } : 'take');
  await queue();
  await reach('deferred');
  sink.answer = () => 'take';
  await minutes(2);
  await reach('sent');
  expect((await first()).attempts).toBe(2);
});

it('never tries again where the server says no, and suppresses an address that does not exist', async () => {
  sink.answer = (step) => (step === 'rcpt' ? { code: 550, say: 'no such user' } : 'take');
  await queue();
  await reach('failed');
  sink.answer = () => 'take';
  await minutes(24 * 60);
  await queue({ to: { name: 'Ana', address: 'ANA@example.org' } });
  await reach('failed', 'suppressed');
  expect([sink.mails.length, (await first()).attempts]).toEqual([0, 1]);
});

it('leaves an announcement whose fate is open to the organiser', async () => {
  sink.answer = (step) => (step === 'data' ? 'hang up' : 'take');
  await queue({ mail: announcement });
  await reach('uncertain');
  sink.answer = () => 'take';
  await minutes(24 * 60);
  await queue();
  await reach('uncertain', 'sent');
  expect(sink.mails.length).toBe(1);
});

it('sends a confirmation whose fate is open again, with the same bytes', async () => {
  sink.answer = (step) => (step === 'data' ? 'hang up' : 'take');
  await queue();
  await reach('deferred');
  sink.answer = () => 'take';
  await minutes(2);
  await reach('sent');
  expect(sink.heard.map((one) => one.equals(sink.heard[0]))).toEqual([true, true]);
});

it('does not send what has become useless meanwhile', async () => {
  await sink.stop();
  await queue({ sendBefore: new Date(app.clock.now().getTime() + 60_000) });
  await reach('deferred');
  await sink.start();
  await minutes(2);
  await reach('suppressed');
  expect(sink.mails).toEqual([]);
});

it('finishes the mail at hand when it is told to end', async () => {
  let answer = (): void => undefined;
  const held = new Promise<'take'>((resolve) => (answer = () => resolve('take')));
  sink.answer = (step) => (step === 'data' ? held : 'take');
  await queue();
  await eventually(
    () => sink.heard.length,
    (count) => count === 1,
  );
  const closed = app.close();
  answer();
  await closed;
  app = await testApp({ database });
  expect([await states(), sink.mails.length]).toEqual([['sent'], 1]);
});

describe('versions of an appointment', () => {
  const version = (uid: string, sequence: number, method: 'REQUEST' | 'CANCEL'): CalendarPart =>
    calendarOf({
      uid,
      sequence,
      method,
      start: new Date('2025-06-20T14:00:00Z'),
      end: new Date('2025-06-20T14:20:00Z'),
      zone: 'America/Lima',
      summary: 'Reunión',
      description: '',
      location: 'Mesa 4',
      organizer: { name: 'II Encuentro', address: 'no-responder@example.org' },
      attendee: { name: 'Ana', address: 'ana@example.org' },
      now: app.clock.now(),
    });

  const methods = () =>
    sink.mails.map(
      ({ raw }) => /^Content-Type: text\/calendar;[^\r]*(?:\r\n\s[^\r]*)*method=(\w+)/m.exec(raw.toString())?.[1],
    );

  it('go out in their order: a cancellation waits for its request', async () => {
    await sink.stop();
    await queue({ calendar: version('one@example.org', 0, 'REQUEST') });
    await reach('deferred');
    await sink.start();
    await queue({ calendar: version('one@example.org', 1, 'REQUEST') });
    await queue({ calendar: version('one@example.org', 2, 'CANCEL') });
    await reach('deferred', 'deferred', 'deferred');
    await minutes(2);
    await reach('sent', 'sent', 'sent');
    expect(methods()).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  });

  it('wait for nobody else: of another appointment a later mail overtakes', async () => {
    await sink.stop();
    await queue({ calendar: version('one@example.org', 0, 'REQUEST') });
    await reach('deferred');
    await sink.start();
    await queue({ calendar: version('other@example.org', 1, 'CANCEL') });
    await reach('deferred', 'sent');
    expect(methods()).toEqual(['CANCEL']);
  });

  it('go on when the request is refused for ever', async () => {
    await sink.stop();
    await queue({ calendar: version('one@example.org', 0, 'REQUEST') });
    await reach('deferred');
    await queue({ calendar: version('one@example.org', 1, 'CANCEL') });
    await reach('deferred', 'deferred');
    let offers = 0;
    sink.answer = (step) => (step === 'data' && (offers += 1) === 1 ? { code: 554, say: 'no' } : 'take');
    await sink.start();
    await minutes(2);
    await reach('failed', 'sent');
    expect(methods()).toEqual(['CANCEL']);
  });
});
