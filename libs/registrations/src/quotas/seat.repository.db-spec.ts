import { theSystem } from '#platform';
import { DelegationRepository, EventQuota, RegisterService, type Registration, type Delegation } from '#registrations';
import { testApp, type TestApp } from '#support';
import type { EntityManager } from 'typeorm';
import { aDelegation, anEvent, people } from '../../../../test/factories/delegations.js';
import { SeatRepository, type NoRoom } from './seat.repository.js';

const attempts = 220;

/** Attempts under way at any moment, each with a connection of its own. */
const abreast = 60;

/** The idiom that oversells: looks first, takes afterwards. */
async function lookThenTake(
  manager: EntityManager,
  delegationId: string,
  rows: readonly Registration[],
): Promise<NoRoom> {
  const [{ taken, quota }] = await manager.query('SELECT taken, quota FROM delegation WHERE id = $1', [delegationId]);
  if (taken + rows.length > quota) return 'delegation';
  await manager.query('UPDATE delegation SET taken = taken + $2 WHERE id = $1', [delegationId, rows.length]);
  for (const row of rows) await manager.insert('registration', row);
  return null;
}

describe('the last seats under a crowd', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ env: { DATABASE_POOL: String(abreast) } });
  });
  afterAll(() => app.close());

  async function crowd(delegations: Delegation[]): Promise<string[]> {
    const register = app.get(RegisterService);
    const everybody = people(attempts).map((person, index) => ({ ...person, email: `p${index}@crowd.example` }));
    const queue = everybody.entries();
    const answers: string[] = [];
    const runner = async (): Promise<void> => {
      for (const [index, person] of queue) {
        const { id: delegationId } = delegations[index % delegations.length];
        const { refusals } = await register.register(theSystem, { delegationId, people: [person] });
        answers.push(refusals[0]?.code ?? 'seated');
      }
    };
    await Promise.all(Array.from({ length: abreast }, runner));
    return answers;
  }

  async function figures(eventId: string): Promise<{ seated: number; taken: number }> {
    const [row] = await app.dataSource.query(
      `SELECT (SELECT count(*)::int FROM registration WHERE event_id = $1) AS seated,
         (SELECT sum(taken)::int FROM delegation WHERE event_id = $1) AS taken`,
      [eventId],
    );
    return row as { seated: number; taken: number };
  }

  const count = (answers: string[], answer: string) => answers.filter((one) => one === answer).length;

  it(`gives ${attempts} parallel registrations exactly the five seats that are left`, async () => {
    const delegation = await aDelegation(app, { quota: 5 });
    const answers = await crowd([delegation]);
    expect([count(answers, 'seated'), count(answers, 'QUOTA_FULL')]).toEqual([5, attempts - 5]);
    expect(await figures(delegation.eventId)).toEqual({ seated: 5, taken: 5 });
  });

  it('bounds the event as a whole over several delegations', async () => {
    const event = await anEvent(app);
    const delegations = [];
    for (let index = 0; index < 3; index += 1)
      delegations.push(await aDelegation(app, { eventId: event.id, quota: 50 }));
    await app.dataSource.manager.insert(EventQuota, { eventId: event.id, capacity: 7, taken: 0 });
    const answers = await crowd(delegations);
    expect([count(answers, 'seated'), count(answers, 'EVENT_FULL')]).toEqual([7, attempts - 7]);
    expect(await figures(event.id)).toEqual({ seated: 7, taken: 7 });
    const quota = await app.dataSource.manager.findOneByOrFail(EventQuota, { eventId: event.id });
    expect(quota.taken).toBe(7);
  });

  it('is refused by the table itself when a statement forgets the condition', async () => {
    const delegation = await aDelegation(app, { quota: 5 });
    const oversell = app.dataSource.query('UPDATE delegation SET taken = quota + 1 WHERE id = $1', [delegation.id]);
    await expect(oversell).rejects.toThrow('delegation_quota_holds');
    expect((await app.get(DelegationRepository).byId(delegation.id))?.taken).toBe(0);
  });

  it('oversells when the condition is off: this test bites', async () => {
    const delegation = await aDelegation(app, { quota: 5 });
    await app.dataSource.query('ALTER TABLE delegation DROP CONSTRAINT delegation_quota_holds');
    app.get(SeatRepository).enter = lookThenTake;
    const answers = await crowd([delegation]);
    expect(count(answers, 'seated')).toBeGreaterThan(5);
  });
});
