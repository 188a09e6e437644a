import { isRefusal, newId, type Refusal } from '#kernel';
import { NotAllowed, NotFound, StepUpNeeded, theSystem, type Role, type StaffViewer } from '#platform';
import { administrator, anonymous, staffOf, testApp, testPassword, type TestApp } from '#support';
import { anEvent } from '../../../../test/factories/delegations.js';
import { AccountService } from '../accounts/account.service.js';
import { EventStaffRepository } from './event-staff.repository.js';
import { OrganizationService } from '../organizations/organization.service.js';
import { OrganizationStaff } from './organization-staff.entity.js';
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
      await expect(roles.revoke(viewer, eventId, id)).rejects.toBeInstanceOf(NotAllowed);
    }
    expect(await rolesAt(eventId, id)).toEqual([]);
  });

  it('above one’s own is neither given nor taken away at an event, though both may do the same there', async () => {
    const [one, owner] = [await anAccount(), await anAccount()];
    const organiser = staffOf(eventId);
    const tried = async (answer: Promise<unknown>) => {
      const found = await answer;
      return isRefusal(found) ? (found as Refusal).code : 'done';
    };
    expect(await tried(roles.grant(organiser, { eventId, email: one.email, role: 'owner' }))).toBe('ROLE_TOO_HIGH');
    expect(await tried(roles.grant(staffOf(eventId, 'owner'), { eventId, email: owner.email, role: 'owner' }))).toBe(
      'done',
    );
    expect(await tried(roles.revoke(organiser, eventId, owner.id))).toBe('ROLE_TOO_HIGH');
    expect(await tried(roles.grant(organiser, { eventId, email: owner.email, role: 'reader' }))).toBe('ROLE_TOO_HIGH');
    expect([await rolesAt(eventId, one.id), await rolesAt(eventId, owner.id)]).toEqual([[], ['owner']]);
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

describe('a role at an organisation', () => {
  const organizationStaff = (accountId: string, role: Role): StaffViewer => {
    const organizationRoles = new Map([[organizationId, role]]);
    return { ...administrator, accountId, isAdministrator: false, organizationRoles };
  };
  const codeOf = (answer: object | boolean) => (isRefusal(answer) ? (answer as Refusal).code : 'done');
  let organizationId: string;
  beforeEach(async () => {
    const name = `Organización ${newId().slice(0, 8)}`;
    const made = await app.get(OrganizationService).create(theSystem, { name });
    if (isRefusal(made)) throw new Error(made.code);
    organizationId = made.id;
  });

  it('is never more than what the giver has, and nobody changes their own', async () => {
    const [other, own] = [await anAccount(), await anAccount()];
    const organiser = organizationStaff(own.id, 'organiser');
    const give = (viewer: StaffViewer, email: string, role: Role) =>
      roles.give(viewer, { organizationId }, email, role);
    expect(codeOf(await give(organiser, other.email, 'owner'))).toBe('ROLE_TOO_HIGH');
    expect(codeOf(await give(organiser, own.email, 'organiser'))).toBe('ROLE_IS_YOURS');
    expect(codeOf(await give(organiser, other.email, 'communications'))).toBe('done');
    expect(codeOf(await give(theSystem, other.email, 'owner'))).toBe('done');
    expect(codeOf(await roles.take(organiser, { organizationId }, other.id))).toBe('ROLE_TOO_HIGH');
    await expect(give(organizationStaff(own.id, 'reader'), other.email, 'reader')).rejects.toBeInstanceOf(NotAllowed);
  });

  it('needs a recent proof of who gives it', async () => {
    const { id, email } = await anAccount();
    const stale = { ...administrator, isRecentlyProved: false };
    await expect(roles.give(stale, { organizationId }, email, 'reader')).rejects.toBeInstanceOf(StepUpNeeded);
    await expect(roles.take(stale, { organizationId }, id)).rejects.toBeInstanceOf(StepUpNeeded);
  });

  it('stays with the last owner', async () => {
    const { id, email } = await anAccount();
    await roles.give(theSystem, { organizationId }, email, 'owner');
    expect(codeOf(await roles.take(theSystem, { organizationId }, id))).toBe('LAST_OWNER');
    expect(codeOf(await roles.give(theSystem, { organizationId }, email, 'reader'))).toBe('LAST_OWNER');
  });

  /** Two owners, whom two people remove at the same moment. Answers how many owners are left. */
  async function bothLeave(): Promise<number> {
    const owners = [await anAccount(), await anAccount()];
    for (const { email } of owners) await roles.give(theSystem, { organizationId }, email, 'owner');
    await Promise.all(owners.map(({ id }) => roles.take(theSystem, { organizationId }, id)));
    return app.dataSource.getRepository(OrganizationStaff).countBy({ organizationId, role: 'owner' });
  }

  it('stays with one of two owners who leave at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) expect(await bothLeave()).toBe(1);
  });

  it('would leave with both of them, were the organisation not locked', async () => {
    const [{ source }] = await app.dataSource.query<{ source: string }[]>(
      "SELECT pg_get_functiondef('keep_an_owner'::regproc) AS source",
    );
    // Waits where the lock was, so that both look before either has left.
    await app.dataSource.query(
      source.replace(' FOR NO KEY UPDATE', '').replace('PERFORM FROM', 'PERFORM pg_sleep(1) FROM'),
    );
    try {
      expect(await bothLeave()).toBe(0);
    } finally {
      await app.dataSource.query(source);
    }
  });
});
