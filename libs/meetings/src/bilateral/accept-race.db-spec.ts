import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { testApp, type TestApp } from '#support';
import { aMeetingDay, aRequest, contactOf, friday, manyRequests } from '../../../../test/factories/meetings.js';
import type { MeetingParty } from '../parties/meeting-party.entity.js';
import { MeetingRequestService } from '../requests/meeting-request.service.js';

const contenders = 200;

interface Outcome {
  readonly accepted: number;
  readonly refused: Record<string, number>;
  readonly thrown: string[];
}

describe('200 parties whose requests for one slot are accepted at once', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ env: { DATABASE_POOL: '24' } });
  });
  afterAll(() => app.close());

  async function askAll(tables: number): Promise<{ host: MeetingParty; requestIds: string[] }> {
    const [host] = (await aMeetingDay(app, 1, { tables })).parties;
    return { host, requestIds: await manyRequests(app, host, contenders) };
  }

  async function acceptAll(host: MeetingParty, requestIds: readonly string[]): Promise<Outcome> {
    const requests = app.get(MeetingRequestService);
    const answers = await Promise.allSettled(
      requestIds.map((id) => requests.accept(contactOf(host), id, `${friday}T09:20`)),
    );
    const refused: Record<string, number> = {};
    let accepted = 0;
    for (const answer of answers) {
      if (answer.status === 'rejected') continue;
      if (!isRefusal(answer.value)) accepted += 1;
      else refused[answer.value.code] = (refused[answer.value.code] ?? 0) + 1;
    }
    const thrown = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    return { accepted, refused, thrown };
  }

  const statesOf = (host: MeetingParty) =>
    app.dataSource.query<{ state: string; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM meeting_request WHERE to_party_id = $1 GROUP BY 1 ORDER BY 1',
      [host.id],
    );
  const meetingsOf = async (host: MeetingParty): Promise<number> => {
    const rows = await app.dataSource.query<unknown[]>(
      'SELECT 1 FROM meeting_attendance WHERE party_id = $1 AND active',
      [host.id],
    );
    return rows.length;
  };

  it('give exactly one meeting; every other request is refused and still waits', async () => {
    const { host, requestIds } = await askAll(5);
    const outcome = await acceptAll(host, requestIds);
    expect(outcome).toMatchObject({ accepted: 1, refused: { SLOT_TAKEN: contenders - 1 }, thrown: [] });
    expect(await statesOf(host)).toEqual([
      { state: 'accepted', count: 1 },
      { state: 'requested', count: contenders - 1 },
    ]);
    expect(await meetingsOf(host)).toBe(1);
    expect(await app.dataSource.query('SELECT state FROM bilateral_meeting')).toEqual([{ state: 'scheduled' }]);
  }, 120_000);

  it('and of pairs that share no party, as many as there are tables', async () => {
    const { event, parties } = await aMeetingDay(app, 40, { tables: 7 });
    const pairs = Array.from({ length: 20 }, (_, n) => [parties[n], parties[39 - n]] as const);
    const asked = [];
    for (const [from, to] of pairs) asked.push({ request: await aRequest(app, from, to), to });
    const requests = app.get(MeetingRequestService);
    const answers = await Promise.all(
      asked.map(({ request, to }) => requests.accept(contactOf(to), request.id, `${friday}T09:20`)),
    );
    const refusals = answers.filter((answer) => isRefusal(answer)).map((answer) => answer.code);
    expect(refusals).toEqual(Array(13).fill('NO_TABLE_FREE'));
    const tables = await app.dataSource.query<{ count: number }[]>(
      'SELECT count(DISTINCT table_id)::int AS count FROM bilateral_meeting WHERE event_id = $1',
      [event.id],
    );
    expect(tables).toEqual([{ count: 7 }]);
  }, 120_000);

  it('book a party twice once the database does not hold it: the test bites', async () => {
    await app.dataSource.query('ALTER TABLE meeting_attendance DROP CONSTRAINT no_party_twice');
    const { host, requestIds } = await askAll(30);
    const outcome = await acceptAll(host, requestIds);
    expect(outcome.accepted).toBeGreaterThan(1);
    expect(await meetingsOf(host)).toBe(outcome.accepted);
  }, 120_000);

  it('and share a table once the database does not hold that', async () => {
    await app.dataSource.query('ALTER TABLE bilateral_meeting DROP CONSTRAINT no_table_twice');
    const { parties } = await aMeetingDay(app, 40, { tables: 1 });
    const requests = app.get(MeetingRequestService);
    const asked = [];
    for (let n = 0; n < 20; n += 1)
      asked.push({ request: await aRequest(app, parties[n], parties[39 - n]), to: parties[39 - n] });
    const answers = await Promise.all(
      asked.map(({ request, to }) => requests.accept(contactOf(to), request.id, `${friday}T09:20`)),
    );
    expect(answers.filter((answer) => !isRefusal(answer)).length).toBeGreaterThan(1);
  }, 120_000);
});
