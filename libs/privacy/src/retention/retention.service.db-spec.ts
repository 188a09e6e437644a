import { newId } from '#kernel';
import { Person } from '#people';
import { NotAllowed, theSystem } from '#platform';
import { RegisterService } from '#registrations';
import { administrator, staffOf, testApp, testStart, type TestApp } from '#support';
import { aDelegation, anEvent, done, people } from '../../../../test/factories/delegations.js';
import { RetentionService } from './retention.service.js';

let app: TestApp;
let retention: RetentionService;

beforeAll(async () => {
  app = await testApp();
  retention = app.get(RetentionService);
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

describe('what an event keeps', () => {
  it('is erased when its days are over, by the clock and in the event’s zone, and a report tells what', async () => {
    const { eventId, ids } = await participants();
    const stays = await participants();
    done(await retention.setDays(administrator, eventId, 'people', 30));
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
    done(await retention.setDays(administrator, eventId, 'people', 0));
    const other = await anEvent(app);
    const delegation = await aDelegation(app, { eventId: other.id });
    const again = { personId: ids[0], givenNames: '', familyNames: '', positionTitle: 'Alcaldesa' };
    await app.get(RegisterService).register(theSystem, { delegationId: delegation.id, people: [again] });
    app.clock.set(new Date('2025-06-23T00:00:00Z'));
    await retention.eraseDue();
    expect(await known(ids)).toEqual([true, false]);
  });

  it('takes what servers answered about a mail away with its text', async () => {
    const { eventId } = await participants();
    const address = 'zenobia@muni.example';
    const id = newId();
    await app.dataSource.query(
      `INSERT INTO message (id, event_id, mail, policy, from_name, to_name, to_address, language, subject, html, text, dedupe_key,
         message_id, state, queued_at, last_response)
       VALUES ($1::uuid, $2, 'reminder', 'at_least_once', 'X', 'Zenobia', $3, 'es', 'x', 'x', 'x', $1::text, $1::text, 'sent', now(), $4)`,
      [id, eventId, address, `250 ${address}`],
    );
    await app.dataSource.query(
      `INSERT INTO delivery_event (id, message_id, event_id, state, attempt, response, happened_at)
       VALUES ($1, $1, $2, 'sent', 1, $3, now())`,
      [id, eventId, `250 ${address}`],
    );
    const kept = () =>
      app.dataSource.query<object[]>(
        `SELECT to_address, last_response, response FROM message JOIN delivery_event ON delivery_event.message_id = message.id WHERE message.id = $1`,
        [id],
      );
    expect(await kept()).toEqual([
      { to_address: address, last_response: `250 ${address}`, response: `250 ${address}` },
    ]);
    done(await retention.setDays(administrator, eventId, 'mails', 0));
    app.clock.set(new Date('2025-06-23T00:00:00Z'));
    await retention.eraseDue();
    expect(await kept()).toEqual([{ to_address: 'anonimizado', last_response: null, response: null }]);
  });

  it('tells before a rule is set what it would erase', async () => {
    const { eventId, ids } = await participants();
    app.clock.set(new Date('2025-07-22T05:00:00Z'));
    const erases = async (days: number) => done(await retention.previewOf(staffOf(eventId), eventId, 'people', days));
    expect([await erases(30), await erases(31)]).toEqual([
      { eventId, purpose: 'people', days: 30, keptDays: 1825, erases: 2 },
      { eventId, purpose: 'people', days: 31, keptDays: 1825, erases: 0 },
    ]);
    expect(await known(ids)).toEqual([true, true]);
    await expect(retention.previewOf(staffOf(eventId, 'reader'), eventId, 'people', 1)).rejects.toThrow(NotAllowed);
  });

  it('is set by the event’s organisers, from 0 days on', async () => {
    const { eventId } = await participants();
    const refused = await retention.setDays(administrator, eventId, 'mails', -1);
    expect(refused).toMatchObject({ code: 'RETENTION_DAYS_WRONG', field: 'days' });
    await expect(retention.setDays(staffOf(eventId, 'reader'), eventId, 'mails', 10)).rejects.toThrow(NotAllowed);
    await expect(retention.preview(staffOf(eventId))).rejects.toThrow(NotAllowed);
  });
});
