import { newId } from '#kernel';
import { Person } from '#people';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { RegisterService } from '#registrations';
import { administrator, staffOf, testApp, testStart, type TestApp } from '#support';
import { aDelegation, anEvent, done, people } from '../../../../test/factories/delegations.js';
import { RetentionRuleService } from './retention-rule.service.js';
import { RetentionService } from './retention.service.js';

let app: TestApp;
let retention: RetentionService;
let rules: RetentionRuleService;

beforeAll(async () => {
  app = await testApp();
  retention = app.get(RetentionService);
  rules = app.get(RetentionRuleService);
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const known = async (ids: readonly string[]): Promise<boolean[]> => {
  const rows = await app.dataSource.getRepository(Person).findBy(ids.map((id) => ({ id })));
  return ids.map((id) => rows.some((row) => row.id === id && !row.anonymisedAt));
};

/** Two people of an event of 20 and 21 June 2025 in Lima. */
async function participants(eventId?: string): Promise<{ eventId: string; ids: string[] }> {
  const delegation = await aDelegation(app, { eventId });
  const list = { delegationId: delegation.id, people: people(2) };
  const { done: rows } = await app.get(RegisterService).register(theSystem, list);
  return { eventId: delegation.eventId, ids: rows.map(({ personId }) => personId) };
}

/** A mail to Zenobia with a calendar, a link and an answer of her server. */
async function aMail(eventId: string | null, state: 'sent' | 'queued'): Promise<string> {
  const id = newId();
  await app.dataSource.query(
    `INSERT INTO message (id, event_id, mail, policy, from_name, to_name, to_address, language, subject, html, text, dedupe_key,
       message_id, state, queued_at, last_response, links, calendar_uid, calendar_content, calendar_method)
     VALUES ($1::uuid, $2, 'reminder', 'at_least_once', 'X', 'Zenobia', 'zenobia@muni.example', 'es', 'Zenobia', 'Zenobia', 'Zenobia', $1::text,
       $1::text, $3, $4, '250 zenobia@muni.example', '[{"for":"Zenobia"}]', $1::text, 'ATTENDEE:zenobia@muni.example', 'REQUEST')`,
    [id, eventId, state, testStart],
  );
  await app.dataSource.query(
    `INSERT INTO delivery_event (id, message_id, event_id, state, attempt, response, happened_at)
     VALUES ($1, $1, $2, 'sent', 1, '250 zenobia@muni.example', $3)`,
    [id, eventId, testStart],
  );
  return id;
}

interface KeptMail {
  readonly words: readonly string[];
  readonly calendar: string;
  readonly links: readonly object[];
  readonly answers: readonly (string | null)[];
  readonly state: string;
}

async function mailAsKept(id: string): Promise<KeptMail> {
  const [row] = await app.dataSource.query<KeptMail[]>(
    `SELECT ARRAY[to_name, to_address, subject, html, text] AS words, calendar_content AS calendar, links, message.state,
       ARRAY[last_response, response] AS answers
     FROM message JOIN delivery_event ON delivery_event.message_id = message.id WHERE message.id = $1`,
    [id],
  );
  return row;
}

const organizationOf = async (eventId: string): Promise<string> => {
  const [{ id }] = await app.dataSource.query<{ id: string }[]>(
    'SELECT organization_id AS id FROM event WHERE id = $1',
    [eventId],
  );
  return id;
};

describe('what an event keeps', () => {
  it('is erased when its days are over, by the clock and in the event’s zone, and a report tells what', async () => {
    const { eventId, ids } = await participants();
    const stays = await participants();
    done(await rules.setDays(administrator, { eventId }, 'people', 30));
    app.clock.set(new Date('2025-07-22T04:59:59Z'));
    expect(await retention.preview(administrator)).toEqual({ people: 0, mails: 0 });
    app.clock.set(new Date('2025-07-22T05:00:00Z'));
    expect(await retention.preview(administrator)).toEqual({ people: 2, mails: 0 });
    await retention.eraseDue();
    expect([await known(ids), await known(stays.ids)]).toEqual([
      [false, false],
      [true, true],
    ]);
    const runs = await app.dataSource.query<object[]>('SELECT ran_at, people, mails FROM retention_run');
    expect(runs).toEqual([{ ran_at: new Date('2025-07-22T05:00:00Z'), people: 2, mails: 0 }]);
    expect(await retention.preview(administrator)).toEqual({ people: 0, mails: 0 });
  });

  it('is kept for whoever also took part in an event that keeps it longer', async () => {
    const { eventId, ids } = await participants();
    done(await rules.setDays(administrator, { eventId }, 'people', 0));
    const other = await anEvent(app);
    const delegation = await aDelegation(app, { eventId: other.id });
    const again = { personId: ids[0], givenNames: '', familyNames: '', positionTitle: 'Alcaldesa' };
    await app.get(RegisterService).register(theSystem, { delegationId: delegation.id, people: [again] });
    app.clock.set(new Date('2025-06-23T00:00:00Z'));
    await retention.eraseDue();
    expect(await known(ids)).toEqual([true, false]);
  });

  it('erases what mails said, to whom they went and what servers answered, and leaves that they were sent', async () => {
    const { eventId } = await participants();
    const sent = await aMail(eventId, 'sent');
    const waiting = await aMail(eventId, 'queued');
    done(await rules.setDays(administrator, { eventId }, 'mails', 0));
    app.clock.set(new Date('2025-06-23T00:00:00Z'));
    const { mails } = await retention.preview(administrator);
    await retention.eraseDue();
    expect(await mailAsKept(sent)).toEqual({
      words: Array(5).fill('anonimizado'),
      calendar: 'anonimizado',
      links: [],
      answers: [null, null],
      state: 'sent',
    });
    const unsent = await mailAsKept(waiting);
    expect([unsent.words[0], unsent.state]).toEqual(['Zenobia', 'queued']);
    const [run] = await app.dataSource.query<{ mails: number }[]>('SELECT mails FROM retention_run WHERE mails > 0');
    expect([run.mails, (await retention.preview(administrator)).mails]).toEqual([mails, 0]);
  });

  it('does not hold for mails of no event, which go a year after they were written', async () => {
    const code = await aMail(null, 'sent');
    app.clock.set(new Date(testStart.getTime() + 365 * 86_400_000 - 1));
    await retention.eraseDue();
    expect((await mailAsKept(code)).words[0]).toBe('Zenobia');
    app.clock.advance(1);
    await retention.eraseDue();
    expect((await mailAsKept(code)).words[0]).toBe('anonimizado');
  });

  it('tells before a rule is set what it would erase', async () => {
    const { eventId, ids } = await participants();
    app.clock.set(new Date('2025-07-22T05:00:00Z'));
    const erases = async (days: number) => done(await rules.previewOf(staffOf(eventId), { eventId }, 'people', days));
    expect([await erases(30), await erases(31)]).toEqual([
      { days: 30, keptDays: 1825, erases: 2 },
      { days: 31, keptDays: 1825, erases: 0 },
    ]);
    expect(await known(ids)).toEqual([true, true]);
    await expect(rules.previewOf(staffOf(eventId, 'reader'), { eventId }, 'people', 1)).rejects.toThrow(NotAllowed);
  });

  it('is set by the event’s organisers, from 0 days on', async () => {
    const { eventId } = await participants();
    const refused = await rules.setDays(administrator, { eventId }, 'mails', -1);
    expect(refused).toMatchObject({ code: 'RETENTION_DAYS_WRONG', field: 'days' });
    await expect(rules.setDays(staffOf(eventId, 'reader'), { eventId }, 'mails', 10)).rejects.toThrow(NotAllowed);
    await expect(retention.preview(staffOf(eventId))).rejects.toThrow(NotAllowed);
  });
});

describe('what an organisation says of all its events', () => {
  it('holds for those that say nothing else', async () => {
    const silent = await participants();
    const own = await participants();
    const organizationId = await organizationOf(silent.eventId);
    done(await rules.setDays(administrator, { eventId: own.eventId }, 'people', 60));
    app.clock.set(new Date('2025-07-22T05:00:00Z'));
    const before = done(await rules.previewOf(administrator, { organizationId }, 'people', 30));
    expect([before.days, before.keptDays, before.erases >= 2]).toEqual([30, 1825, true]);
    done(await rules.setDays(administrator, { organizationId }, 'people', 30));
    const after = done(await rules.previewOf(administrator, { eventId: silent.eventId }, 'people', null));
    expect(after).toEqual({ days: 30, keptDays: 30, erases: 2 });
    expect(done(await rules.previewOf(administrator, { eventId: own.eventId }, 'people', null)).erases).toBe(0);
    await retention.eraseDue();
    expect([await known(silent.ids), await known(own.ids)]).toEqual([
      [false, false],
      [true, true],
    ]);
    await app.dataSource.query('DELETE FROM organization_retention');
  });

  it('is set by its owners alone, and strangers do not learn that there is one', async () => {
    const { eventId } = await participants();
    const organizationId = await organizationOf(eventId);
    const stranger = { ...staffOf(newId()), organizationOf: new Map() };
    await expect(rules.setDays(staffOf(eventId), { organizationId }, 'mails', 10)).rejects.toThrow();
    await expect(rules.setDays(stranger, { organizationId }, 'mails', 10)).rejects.toThrow(NotFound);
    await expect(rules.previewOf(stranger, { organizationId }, 'mails', 10)).rejects.toThrow(NotFound);
    const refused = await rules.setDays(administrator, { organizationId }, 'mails', 40_000);
    expect(refused).toMatchObject({ code: 'RETENTION_DAYS_WRONG', field: 'days' });
  });
});
