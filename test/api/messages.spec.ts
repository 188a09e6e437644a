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
  const query = `query ($eventId: ID!, $filter: MessageFilter, $search: String) {
    messages(eventId: $eventId, filter: $filter, search: $search) { totalCount edges { node { toName state } } }
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
      await list(reader, { filter: { states: ['uncertain', 'failed'] } }),
      await list(reader, { filter: { mail: 'another-letter' } }),
      await list(reader, { search: 'EVA@' }),
      await list(reader, { search: 'ána' }),
    ]).toEqual([['Eva', 'Ana'], ['Ana'], [], ['Eva'], ['Ana']]);
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

type Verb = 'resendMessage(id' | 'liftSuppression(messageId';

/** The state after the decision, the refusal's code, or the error's. */
const decide = async (verb: Verb, id: string | null, { cookie }: SignedInStaff) => {
  const mutation = `mutation ($id: ID!) { done: ${verb}: $id) { ... on Message { state } ... on Refusal { code } } }`;
  const answer = await graphql<{ done: { state?: string; code?: string } }>(api.url, mutation, {
    cookie,
    variables: { id },
  });
  return answer.errors?.[0].extensions.code ?? answer.data.done.state ?? answer.data.done.code;
};
const resend = (id: string | null, staff: SignedInStaff) => decide('resendMessage(id', id, staff);
const lift = (id: string | null, staff: SignedInStaff) => decide('liftSuppression(messageId', id, staff);

describe('sending a mail once more', () => {
  it.each(['uncertain', 'failed', 'suppressed'])('is for an organiser to decide when it is %s', async (state) => {
    const id = await write('Ana');
    await inState(id, state);
    expect([await resend(id, reader), await resend(id, stranger)]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
    expect(await resend(id, organiser)).toBe('queued');
  });

  it('is refused while it is on its way, and once it is out', async () => {
    const id = await write('Ana');
    const answers = [];
    for (const state of ['queued', 'sending', 'deferred', 'sent']) {
      await inState(id, state);
      answers.push(await resend(id, organiser));
    }
    expect(new Set(answers)).toEqual(new Set(['MESSAGE_NOT_RESENDABLE']));
  });

  it('is refused when a later mail about the same appointment was written', async () => {
    const id = await write('Ana');
    await inState(id, 'uncertain');
    await write('Ana', 1);
    expect(await resend(id, organiser)).toBe('MESSAGE_SUPERSEDED');
  });

  it('is refused when it has nothing new to say any more', async () => {
    const id = await write('Ana');
    await inState(id, 'suppressed');
    await api.dataSource.query('UPDATE message SET send_before = $2 WHERE id = $1', [id, api.clock.now()]);
    expect(await resend(id, organiser)).toBe('MESSAGE_TOO_LATE');
  });

  it('of nobody knows which is not found', async () => {
    expect([await resend(newId(), organiser), await resend('1', organiser)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('leaves a step in its history and a line in the audit', async () => {
    const id = await write('Ana');
    await inState(id, 'uncertain');
    await resend(id, organiser);
    const query = 'query ($id: ID!) { message(id: $id) { deliveryEvents { state attempt response } } }';
    const { data } = await graphql(api.url, query, { cookie: reader.cookie, variables: { id } });
    expect(data).toEqual({ message: { deliveryEvents: [{ state: 'queued', attempt: 0, response: null }] } });
    const audit = await api.dataSource.query('SELECT action, before, after FROM audit_entry WHERE subject_id = $1', [
      id,
    ]);
    expect(audit).toEqual([{ action: 'resendMessage', before: { state: 'uncertain' }, after: { state: 'queued' } }]);
  });
});

describe('an address that its server refused', () => {
  const refused = async (name: string) => {
    const id = await write(name);
    await inState(id, 'failed');
    await api.dataSource.query('INSERT INTO suppressed_address VALUES ($1, $2, $3, $4)', [
      `${name.toLowerCase()}@example.org`,
      '550 No such user',
      id,
      api.clock.now(),
    ]);
    return id;
  };
  const suppressionOf = async (id: string | null) => {
    const query = 'query ($id: ID!) { message(id: $id) { suppression { reason } } }';
    const { data } = await graphql<object>(api.url, query, { cookie: reader.cookie, variables: { id } });
    return data;
  };

  it('is shown with what the server said', async () => {
    const id = await refused('Luz');
    expect(await suppressionOf(id)).toEqual({ message: { suppression: { reason: '550 No such user' } } });
  });

  it('is written to again only after an organiser lifted its suppression', async () => {
    const id = await refused('Luz');
    expect(await resend(id, organiser)).toBe('ADDRESS_SUPPRESSED');
    expect([await lift(id, reader), await lift(id, stranger)]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
    expect([await lift(id, organiser), await suppressionOf(id)]).toEqual([
      'failed',
      { message: { suppression: null } },
    ]);
    expect([await lift(id, organiser), await resend(id, organiser)]).toEqual(['ADDRESS_NOT_SUPPRESSED', 'queued']);
  });
});

describe('mails by where they stand', () => {
  it('are counted by state and kind for staff of the event', async () => {
    await write('Ana');
    await inState(await write('Eva'), 'failed');
    await inState(await write('Luz'), 'failed');
    const query = 'query ($eventId: ID!) { messageCounts(eventId: $eventId) { state mail count } }';
    const count = ({ cookie }: SignedInStaff) => graphql<object>(api.url, query, { cookie, variables: { eventId } });
    expect((await count(reader)).data).toEqual({
      messageCounts: [
        { state: 'failed', mail: 'api-letter', count: 2 },
        { state: 'queued', mail: 'api-letter', count: 1 },
      ],
    });
    expect((await count(stranger)).errors?.[0].extensions.code).toBe('FORBIDDEN');
  });
});

it('the reminders of an event are listed as they fall due, for its staff', async () => {
  const startsAt = new Date('2025-06-20T14:00:00Z');
  const plan = { subjectKind: 'session', subjectId: newId(), eventId, startsAt, offsetsMinutes: [60, 1440] };
  await api.get(UnitOfWork).run((work) => api.get(ReminderService).schedule(work, plan));
  const query = `query ($eventId: ID!, $filter: ReminderFilter) {
    reminders(eventId: $eventId, filter: $filter) { edges { node { offsetMinutes state dueAt } } }
  }`;
  const ask = ({ cookie }: SignedInStaff, filter?: object) =>
    graphql<{ reminders: { edges: { node: object }[] } }>(api.url, query, { cookie, variables: { eventId, filter } });
  expect((await ask(reader)).data.reminders.edges.map(({ node }) => node)).toEqual([
    { offsetMinutes: 1440, state: 'scheduled', dueAt: '2025-06-19T14:00:00.000Z' },
    { offsetMinutes: 60, state: 'scheduled', dueAt: '2025-06-20T13:00:00.000Z' },
  ]);
  expect((await ask(reader, { states: ['fired'] })).data.reminders.edges).toEqual([]);
  expect((await ask(reader, { subjectKind: 'session', states: ['scheduled'] })).data.reminders.edges).toHaveLength(2);
  expect((await ask(stranger)).errors?.[0].extensions.code).toBe('FORBIDDEN');
});
