import { isRefusal, newId } from '#kernel';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { administrator, anonymous, staffOf, testApp, testPassword, type TestApp } from '#support';
import { anEvent } from '../../../../test/factories/delegations.js';
import { AccountService } from '../accounts/account.service.js';
import { EventStaffRepository } from './event-staff.repository.js';
import { RoleService } from './role.service.js';

let app: TestApp;
let roles: RoleService;
let eventId: string;
let otherEventId: string;

beforeAll(async () => {
  app = await testApp();
  roles = app.get(RoleService);
  eventId = (await anEvent(app)).id;
  otherEventId = (await anEvent(app)).id;
});
afterAll(() => app.close());

async function anAccount(): Promise<{ id: string; email: string }> {
  const email = `${newId()}@organiza.example`;
  const made = await app.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return { id: made.id, email };
}

async function rolesAt(id: string, accountId: string): Promise<string[]> {
  const staff = await app.get(EventStaffRepository).of(id);
  return staff.filter((one) => one.accountId === accountId).map(({ role }) => role);
}

describe('a role', () => {
  it('is granted by an organiser of that event, replaced, and revoked', async () => {
    const { id, email } = await anAccount();
    const organiser = staffOf(eventId);
    await roles.grant(organiser, { eventId, email, role: 'reader' });
    expect(await rolesAt(eventId, id)).toEqual(['reader']);
    await roles.grant(organiser, { eventId, email, role: 'organiser' });
    expect(await rolesAt(eventId, id)).toEqual(['organiser']);
    expect(await roles.revoke(organiser, eventId, id)).toBe(true);
    expect(await rolesAt(eventId, id)).toEqual([]);
    expect(await roles.revoke(organiser, eventId, id)).toBe(false);
  });

  it('is not granted by a reader, an organiser of another event, or anybody else', async () => {
    const { id, email } = await anAccount();
    for (const viewer of [staffOf(eventId, 'reader'), staffOf(otherEventId), anonymous]) {
      await expect(roles.grant(viewer, { eventId, email, role: 'organiser' })).rejects.toBeInstanceOf(NotAllowed);
      expect(() => roles.revoke(viewer, eventId, id)).toThrow(NotAllowed);
    }
    expect(await rolesAt(eventId, id)).toEqual([]);
  });

  it('needs an account that can sign in', async () => {
    const { id, email } = await anAccount();
    await app.get(AccountService).disable(theSystem, id);
    const answers = [
      await roles.grant(administrator, { eventId, email, role: 'reader' }),
      await roles.grant(administrator, { eventId, email: 'nadie@organiza.example', role: 'reader' }),
    ];
    expect(answers.map((answer) => isRefusal(answer) && [answer.code, answer.field])).toEqual([
      ['ACCOUNT_UNKNOWN', 'email'],
      ['ACCOUNT_UNKNOWN', 'email'],
    ]);
  });

  it('needs an event that is there', async () => {
    const { email } = await anAccount();
    const grant = roles.grant(administrator, { eventId: newId(), email, role: 'reader' });
    await expect(grant).rejects.toBeInstanceOf(NotFound);
  });
});
