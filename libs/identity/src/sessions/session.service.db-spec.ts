import { isRefusal, newId } from '#kernel';
import { theSystem, type StaffViewer } from '#platform';
import { anonymous, testApp, testPassword, testStart, type TestApp } from '#support';
import { anEvent } from '../../../../test/factories/delegations.js';
import { AccountService } from '../accounts/account.service.js';
import { RoleService } from '../roles/role.service.js';
import { SessionService } from './session.service.js';
import type { SignedIn } from '../sign-in/session-opener.js';
import { isSecondFactorNeeded, SignInService } from '../sign-in/sign-in.service.js';
import { SignOutService } from '../sign-in/sign-out.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

async function signedIn(): Promise<SignedIn & { email: string }> {
  const email = `${newId()}@organiza.example`;
  await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  const request = { email, password: testPassword, address: '192.0.2.7' };
  const answer = await app.get(SignInService).signIn(anonymous, request);
  if (isRefusal(answer) || isSecondFactorNeeded(answer)) throw new Error('Not signed in');
  return { ...answer, email };
}

const holderOf = (token: string): Promise<StaffViewer | null> => app.get(SessionService).viewerOf(token, anonymous);
const hours = (count: number): number => count * 3_600_000;

describe('a session', () => {
  it('ends when it was not used for twelve hours', async () => {
    const { token, viewer } = await signedIn();
    app.clock.advance(hours(12) - 1);
    expect((await holderOf(token))?.accountId).toBe(viewer.accountId);
    const other = await signedIn();
    app.clock.advance(hours(12));
    expect(await holderOf(other.token)).toBeNull();
  });

  it('lives on while it is used', async () => {
    const { token, viewer } = await signedIn();
    for (let day = 0; day < 3; day += 1) {
      app.clock.advance(hours(11));
      expect((await holderOf(token))?.sessionId).toBe(viewer.sessionId);
    }
  });

  it('that was revoked is out at once, the others are not', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await app.get(SignOutService).signOut(one.viewer);
    expect(await holderOf(one.token)).toBeNull();
    expect((await holderOf(other.token))?.accountId).toBe(other.viewer.accountId);
  });

  it('of a disabled account is out at once, and stays out when the account is enabled again', async () => {
    const { token, viewer } = await signedIn();
    await app.get(AccountService).disable(theSystem, viewer.accountId);
    expect(await holderOf(token)).toBeNull();
    await app.get(AccountService).enable(theSystem, viewer.accountId);
    expect(await holderOf(token)).toBeNull();
  });

  it('carries the roles as they are at each request', async () => {
    const { token, viewer, email } = await signedIn();
    const { id: eventId } = await anEvent(app);
    const roles = app.get(RoleService);
    await roles.grant(theSystem, { eventId, email, role: 'reader' });
    expect([...((await holderOf(token))?.roles ?? [])]).toEqual([[eventId, 'reader']]);
    await roles.grant(theSystem, { eventId, email, role: 'organiser' });
    expect([...((await holderOf(token))?.roles ?? [])]).toEqual([[eventId, 'organiser']]);
    await roles.revoke(theSystem, eventId, viewer.accountId);
    expect([...((await holderOf(token))?.roles ?? [])]).toEqual([]);
  });

  it('stands in the database without its token', async () => {
    const { token } = await signedIn();
    const rows = await app.dataSource.query<object[]>('SELECT * FROM staff_session');
    expect(rows.filter((row) => JSON.stringify(row).includes(token))).toEqual([]);
  });
});
