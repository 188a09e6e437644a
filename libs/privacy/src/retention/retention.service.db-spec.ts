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

  it('is set by the event’s organisers, from 0 days on', async () => {
    const { eventId } = await participants();
    const refused = await retention.setDays(administrator, eventId, 'mails', -1);
    expect(refused).toMatchObject({ code: 'RETENTION_DAYS_WRONG', field: 'days' });
    await expect(retention.setDays(staffOf(eventId, 'reader'), eventId, 'mails', 10)).rejects.toThrow(NotAllowed);
    await expect(retention.preview(staffOf(eventId))).rejects.toThrow(NotAllowed);
  });
});
