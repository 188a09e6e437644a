import { calendarOf, declareMail, MessageService, ReminderService, type EventMail } from '#communications';
import { newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';

const letter = declareMail<EventMail>({
  name: 'api-letter',
  policy: 'at_most_once',
  subject: { es: 'Su visita', en: 'Your visit' },
  render: () => ({ greeting: 'Estimada Ana:', paragraphs: ['La esperamos.'] }),
  sample: { eventName: 'II Encuentro', isDemonstration: false },
});

let api: TestApi;
let eventId: string;
let organiser: SignedInStaff;
let reader: SignedInStaff;
let stranger: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  eventId = (await anEvent(api)).id;
  const otherEventId = (await anEvent(api)).id;
  organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
  reader = await signedIn(api, { roles: { [eventId]: 'reader' } });
  stranger = await signedIn(api, { roles: { [otherEventId]: 'organiser' } });
});

afterAll(() => api.close());

beforeEach(() => api.dataSource.query('TRUNCATE message, reminder CASCADE'));

/** Queues a mail about one appointment. */
const write = (name: string, sequence = 0): Promise<string | null> =>
  api.get(UnitOfWork).run((work) => {
    const to = { name, address: `${name.toLowerCase()}@example.org` };
    const calendar = calendarOf({
      uid: 'one@example.org',
      sequence,
      method: 'REQUEST',
      start: new Date('2025-06-20T14:00:00Z'),
      end: new Date('2025-06-20T14:20:00Z'),
      zone: 'America/Lima',
      summary: 'Reunión',
      description: '',
      location: '',
      organizer: { name: 'II Encuentro', address: 'no-responder@example.org' },
      attendee: to,
      now: work.now,
    });
    const mail = {
      mail: letter,
      to,
      eventId,
      language: 'es' as const,
      data: letter.sample,
      calendar,
      dedupeKey: newId(),
    };
    return api.get(MessageService).queue(work, mail);
  });

const inState = (id: string | null, state: string) =>
  api.dataSource.query('UPDATE message SET state = $2 WHERE id = $1', [id, state]);

interface List {
  messages: { totalCount: number; edges: { node: { toName: string; state: string } }[] };
}

const list = async ({ cookie }: SignedInStaff, filter: object = {}) => {
  const query = `query ($eventId: ID!, $state: MessageState, $search: String) {
    messages(eventId: $eventId, state: $state, search: $search) { totalCount edges { node { toName state } } }
  }`;
  const { data, errors } = await graphql<List | null>(api.url, query, { cookie, variables: { eventId, ...filter } });
  return errors?.[0].extensions.code ?? data?.messages.edges.map(({ node }) => node.toName);
};

describe('the mails of an event', () => {
  it('are listed latest first, by state and by part of the recipient', async () => {
    const ana = await write('Ana');
    await write('Eva');
    await inState(ana, 'uncertain');
    expect([
      await list(reader),
      await list(reader, { state: 'uncertain' }),
      await list(reader, { search: 'EVA@' }),
    ]).toEqual([['Eva', 'Ana'], ['Ana'], ['Eva']]);
  });

  it("are not for another event's staff, nor for anybody who is not signed in", async () => {
    await write('Ana');
    expect([await list(stranger), await list({ ...stranger, cookie: '' })]).toEqual(['FORBIDDEN', 'UNAUTHENTICATED']);
  });

  it('can be read one by one by staff of the event alone', async () => {
    const id = await write('Ana');
    const query = 'query ($id: ID!) { message(id: $id) { subject text calendarMethod } }';
    const read = async ({ cookie }: SignedInStaff) =>
      (
        await graphql<{ message: { subject: string; calendarMethod: string } | null }>(api.url, query, {
          cookie,
          variables: { id },
        })
      ).data.message;
    const seen = await read(reader);
    expect([seen?.subject, seen?.calendarMethod, await read(stranger)]).toEqual(['Su visita', 'REQUEST', null]);
  });
});

describe('a mail in doubt', () => {
  const mutation = `mutation ($id: ID!) {
    resendUncertainMessage(id: $id) { __typename ... on Message { state } ... on Refusal { code message } }
  }`;
  const resend = async (id: string | null, { cookie }: SignedInStaff) => {
    const { data, errors } = await graphql<{ resendUncertainMessage: object }>(api.url, mutation, {
      cookie,
      variables: { id },
    });
    return errors?.[0].extensions.code ?? data.resendUncertainMessage;
  };

  it('is sent once more when an organiser says so, not when a reader does', async () => {
    const id = await write('Ana');
    await inState(id, 'uncertain');
    expect([await resend(id, reader), await resend(id, stranger)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await resend(id, organiser)).toEqual({ __typename: 'Message', state: 'queued' });
  });

  it('is the only kind that is sent again', async () => {
    const id = await write('Ana');
    expect(await resend(id, organiser)).toEqual({
      __typename: 'Refusal',
      code: 'MESSAGE_NOT_UNCERTAIN',
      message:
        'Este correo no está en duda: su estado es queued. Solo se reenvía un correo del que no se sabe si llegó.',
    });
  });

  it('stays as it is when a later mail about the same appointment was written', async () => {
    const id = await write('Ana');
    await inState(id, 'uncertain');
    await write('Ana', 1);
    expect(await resend(id, organiser)).toMatchObject({ code: 'MESSAGE_SUPERSEDED' });
  });

  it('that nobody knows is not found', async () => {
    expect([await resend(newId(), organiser), await resend('1', organiser)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});

it('the reminders of an event are listed as they fall due, for its staff', async () => {
  const startsAt = new Date('2025-06-20T14:00:00Z');
  const plan = { subjectKind: 'session', subjectId: newId(), eventId, startsAt, offsetsMinutes: [60, 1440] };
  await api.get(UnitOfWork).run((work) => api.get(ReminderService).schedule(work, plan));
  const query = `query ($eventId: ID!) { reminders(eventId: $eventId) { edges { node { offsetMinutes state dueAt } } } }`;
  const ask = ({ cookie }: SignedInStaff) =>
    graphql<{ reminders: { edges: { node: object }[] } }>(api.url, query, { cookie, variables: { eventId } });
  expect((await ask(reader)).data.reminders.edges.map(({ node }) => node)).toEqual([
    { offsetMinutes: 1440, state: 'scheduled', dueAt: '2025-06-19T14:00:00.000Z' },
    { offsetMinutes: 60, state: 'scheduled', dueAt: '2025-06-20T13:00:00.000Z' },
  ]);
  expect((await ask(stranger)).errors?.[0].extensions.code).toBe('FORBIDDEN');
});

it('the health of the queue tells staff what waits', async () => {
  await api.dataSource.query('TRUNCATE outbox CASCADE');
  await write('Ana');
  const query = '{ queueHealth { unrelayed waiting failed oldestSince } }';
  const { data } = await graphql<object>(api.url, query, { cookie: reader.cookie });
  const oldestSince = api.clock.now().toISOString();
  expect(data).toEqual({ queueHealth: { unrelayed: 1, waiting: 0, failed: 0, oldestSince } });
  expect((await graphql(api.url, query)).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
});
