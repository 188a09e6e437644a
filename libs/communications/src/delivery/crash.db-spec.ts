import { newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { cloneDatabase, eventually, SmtpSink, testApp, type ClonedDatabase, type TestApp } from '#support';
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { declareMail, type EventMail, type MailDeclaration } from '../messages/mail.js';
import { Message } from '../messages/message.entity.js';
import { MessageService } from '../messages/message.service.js';

const sample: EventMail = { eventName: 'II Encuentro', isDemonstration: false };
const render = () => ({ greeting: 'Estimada Ana:', paragraphs: ['La esperamos.'] });
const subject = { es: 'Su visita', en: 'Your visit' };
const confirmation = declareMail({ name: 'crash-confirmation', policy: 'at_least_once', subject, render, sample });
const announcement = declareMail({ name: 'crash-announcement', policy: 'at_most_once', subject, render, sample });

const workerProgram = fileURLToPath(new URL('../../../../apps/worker/main.js', import.meta.url));

let database: ClonedDatabase;
let sink: SmtpSink;
let app: TestApp;
const workers: ChildProcess[] = [];

beforeEach(async () => {
  database = await cloneDatabase();
  sink = await SmtpSink.start();
  app = await testApp({ database });
  // The workers are real processes, with the system's clock.
  app.clock.set(new Date());
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGKILL')));
  await app.close();
  await sink.stop();
  await database.drop();
});

async function startWorker(): Promise<ChildProcess> {
  const env = {
    TINKUY_MODE: 'test',
    DATABASE_URL: database.url,
    SMTP_URL: sink.url,
    SECRET: 'a secret that only the tests know, 32+',
  };
  const worker = fork(workerProgram, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  workers.push(worker);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)));
  });
  return worker;
}

function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return Promise.resolve(worker.exitCode);
  const ended = new Promise<number | null>((resolve) => worker.once('exit', resolve));
  worker.kill(signal);
  return ended;
}

const queue = (mail: MailDeclaration<EventMail>, count = 1): Promise<void> =>
  app.get(UnitOfWork).run(async (work) => {
    for (let number = 0; number < count; number += 1) {
      const to = { name: 'Ana Quispe', address: `ana${number}@example.org` };
      const letter = { mail, to, eventId: newId(), language: 'es' as const, data: sample, dedupeKey: newId() };
      await app.get(MessageService).queue(work, letter);
    }
  });

const messages = (): Promise<Message[]> => app.dataSource.getRepository(Message).find({ order: { position: 'ASC' } });
/** Read without the letters: it is asked again and again while the workers work. */
const states = async (): Promise<string[]> => {
  const rows = await app.dataSource.query<{ state: string }[]>('SELECT state FROM message ORDER BY position');
  return rows.map(({ state }) => state);
};
const reach = (...expected: string[]) => eventually(states, (now) => now.join() === expected.join(), 25_000);

/** The copies that reached the server whole, by Message-ID. */
async function copies(): Promise<Map<string, Buffer[]>> {
  const byId = new Map<string, Buffer[]>();
  for (const raw of sink.heard) {
    const id = (await PostalMime.parse(raw)).messageId ?? '';
    byId.set(id, [...(byId.get(id) ?? []), raw]);
  }
  return byId;
}

it('a worker killed after it handed a mail over leaves an announcement in doubt and repeats a confirmation byte by byte', async () => {
  sink.answer = (step) => (step === 'data' ? 'fall silent' : 'take');
  const worker = await startWorker();
  await queue(announcement);
  await queue(confirmation);
  await eventually(
    () => sink.heard.length,
    (count) => count === 2,
  );
  await end(worker, 'SIGKILL');
  expect(await states()).toEqual(['sending', 'sending']);
  sink.answer = () => 'take';
  await startWorker();
  await reach('uncertain', 'sent');
  const [first, second] = (await messages()).map(({ messageId }) => messageId);
  const heard = await copies();
  expect([heard.get(`<${first}>`)?.length, heard.get(`<${second}>`)?.length]).toEqual([1, 2]);
  const [original, repeated] = heard.get(`<${second}>`) ?? [];
  expect(original.equals(repeated)).toBe(true);
});

it('a worker killed before it handed a mail over loses and doubles nothing', async () => {
  sink.answer = (step) => (step === 'rcpt' ? 'fall silent' : 'take');
  const worker = await startWorker();
  await queue(announcement);
  await eventually(states, ([state]) => state === 'sending');
  await end(worker, 'SIGKILL');
  sink.answer = () => 'take';
  await startWorker();
  await reach('sent');
  expect(sink.mails.length).toBe(1);
});

it('a worker that is told to end finishes the mail in its hands', async () => {
  let answer = (): void => undefined;
  const held = new Promise<'take'>((resolve) => (answer = () => resolve('take')));
  sink.answer = (step) => (step === 'data' ? held : 'take');
  const worker = await startWorker();
  await queue(announcement);
  await eventually(
    () => sink.heard.length,
    (count) => count === 1,
  );
  const ended = end(worker, 'SIGTERM');
  answer();
  expect([await ended, await states()]).toEqual([0, ['sent']]);
});

it('of 120 mails and two kills nothing is lost, no announcement is doubled, and a doubled confirmation is the same mail', async () => {
  await queue(announcement, 60);
  await queue(confirmation, 60);
  for (let kills = 0; kills < 2; kills += 1) {
    const already = sink.heard.length;
    const worker = await startWorker();
    await eventually(
      () => sink.heard.length - already,
      (count) => count > 10 + 20 * Math.random(),
    );
    await end(worker, 'SIGKILL');
  }
  await startWorker();
  const open = async () => (await states()).filter((state) => state !== 'sent' && state !== 'uncertain');
  await eventually(open, (left) => left.length === 0, 60_000);
  const rows = await messages();
  const heard = await copies();
  const heardOf = (row: Message) => heard.get(`<${row.messageId}>`) ?? [];
  const announced = rows.filter(({ policy }) => policy === 'at_most_once');
  const confirmed = rows.filter(({ policy }) => policy === 'at_least_once');
  expect(rows.filter((row) => row.state === 'sent' && heardOf(row).length === 0)).toEqual([]);
  expect(announced.filter((row) => heardOf(row).length > 1)).toEqual([]);
  expect(announced.filter(({ state }) => state === 'uncertain').length).toBeLessThanOrEqual(16);
  expect(confirmed.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect(confirmed.flatMap((row) => heardOf(row).filter((copy) => !copy.equals(heardOf(row)[0])))).toEqual([]);
}, 120_000);
