import { newId } from '#kernel';
import { PersonService } from '#people';
import { NotAllowed, NotFound, theSystem } from '#platform';
import { DelegationRepository, DelegationService, RegisterService, RegistrationRepository } from '#registrations';
import { testApp, type TestApp } from '#support';
import { aDelegation, done, focalPointOf, people } from '../../../../test/factories/delegations.js';

describe('registering people in a delegation', () => {
  let app: TestApp;
  let register: RegisterService;

  beforeAll(async () => {
    app = await testApp();
    register = app.get(RegisterService);
  });
  afterAll(() => app.close());

  const takenOf = async (id: string) => (await app.get(DelegationRepository).byId(id))?.taken;
  const statesOf = async (id: string) => (await app.get(RegistrationRepository).activeOf(id)).map(({ state }) => state);
  const personCount = async () => Number((await app.dataSource.query('SELECT count(*) FROM person'))[0].count);

  it('enters a list of people, each with a seat', async () => {
    const delegation = await aDelegation(app, { quota: 3 });
    const list = { delegationId: delegation.id, people: people(3) };
    const answer = await register.register(focalPointOf(delegation), list);
    expect(answer.refusals).toEqual([]);
    expect(answer.done.map(({ positionTitle }) => positionTitle)).toEqual(['Alcaldesa', 'Técnico', 'Técnico']);
    expect(await takenOf(delegation.id)).toBe(3);
    expect(await statesOf(delegation.id)).toEqual(['draft', 'draft', 'draft']);
  });

  it('refuses the fourth of three and says how full it is, leaving no trace', async () => {
    const delegation = await aDelegation(app, { quota: 3 });
    const viewer = focalPointOf(delegation);
    await register.register(viewer, { delegationId: delegation.id, people: people(3) });
    const before = await personCount();
    const fourth = { ...people(4)[3] };
    const { refusals } = await register.register(viewer, { delegationId: delegation.id, people: [fourth] });
    expect(refusals.map(({ code, details }) => ({ code, details }))).toEqual([
      { code: 'QUOTA_FULL', details: { capacity: 3, taken: 3, asked: 1 } },
    ]);
    expect(await personCount()).toBe(before);
    expect(await takenOf(delegation.id)).toBe(3);
  });

  it('enters all of a list or none of it', async () => {
    const delegation = await aDelegation(app, { quota: 3 });
    const viewer = focalPointOf(delegation);
    const { refusals } = await register.register(viewer, { delegationId: delegation.id, people: people(4) });
    expect(refusals.map(({ code }) => code)).toEqual(['QUOTA_FULL']);
    expect(await statesOf(delegation.id)).toEqual([]);
    expect(await takenOf(delegation.id)).toBe(0);
  });

  it('names every faulty row and field at once', async () => {
    const delegation = await aDelegation(app);
    const [first, second] = people(2);
    const list = [
      { ...first, givenNames: ' ' },
      { ...second, email: 'a@b.example, c@d.example' },
    ];
    const { refusals } = await register.register(focalPointOf(delegation), {
      delegationId: delegation.id,
      people: list,
    });
    expect(refusals.map(({ code, field, details }) => [code, field, details['row']])).toEqual([
      ['ENTRY_GIVEN_NAMES_WRONG', 'people.0.givenNames', 1],
      ['ENTRY_EMAIL_WRONG', 'people.1.email', 2],
    ]);
  });

  it('lets two people share an e-mail, and refuses the same person twice', async () => {
    const delegation = await aDelegation(app, { quota: 5 });
    const viewer = focalPointOf(delegation);
    const [one, other] = people(2).map((person) => ({ ...person, email: 'mesa.de.partes@muni.example' }));
    const both = await register.register(viewer, { delegationId: delegation.id, people: [one, other] });
    expect(both.refusals).toEqual([]);
    const accentless = { ...one, givenNames: 'ROSA' };
    const again = await register.register(viewer, { delegationId: delegation.id, people: [accentless] });
    expect(again.refusals.map(({ code, field }) => [code, field])).toEqual([['ENTRY_TWICE', 'people.0.givenNames']]);
    expect(await takenOf(delegation.id)).toBe(2);
  });

  it('keeps one active registration per person and event', async () => {
    const delegation = await aDelegation(app);
    const other = await aDelegation(app, { eventId: delegation.eventId });
    const person = done(
      await app.get(PersonService).create(theSystem, { givenNames: 'Nélida', familyNames: 'Ticona', email: null }),
    );
    const entry = { personId: person.id, givenNames: '', familyNames: '', positionTitle: 'Regidora' };
    const first = await register.register(theSystem, { delegationId: delegation.id, people: [entry] });
    expect(first.refusals).toEqual([]);
    const second = await register.register(theSystem, { delegationId: other.id, people: [entry] });
    expect(second.refusals.map(({ code }) => code)).toEqual(['ALREADY_REGISTERED']);
    expect(await takenOf(other.id)).toBe(0);
  });

  it('does a double tap once and answers it the same', async () => {
    const delegation = await aDelegation(app, { quota: 3 });
    const list = { delegationId: delegation.id, people: people(3), submission: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => register.register(focalPointOf(delegation), list)));
    const ids = answers.map((answer) => answer.done.map(({ id }) => id));
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    expect(ids[0]).toHaveLength(3);
    expect(await takenOf(delegation.id)).toBe(3);
  });

  it('lets a refused form be sent again with the same key once it is mended', async () => {
    const delegation = await aDelegation(app, { quota: 1 });
    const viewer = focalPointOf(delegation);
    const submission = newId();
    const tooMany = await register.register(viewer, { delegationId: delegation.id, people: people(2), submission });
    const mended = await register.register(viewer, { delegationId: delegation.id, people: people(1), submission });
    expect([tooMany.refusals.length, mended.refusals.length, mended.done.length]).toEqual([1, 0, 1]);
  });

  it('is closed to who came by the link of another delegation, to readers of another event, and to a closed delegation', async () => {
    const delegation = await aDelegation(app);
    const foreign = focalPointOf(await aDelegation(app, { eventId: delegation.eventId }));
    const list = { delegationId: delegation.id, people: people(1) };
    await expect(register.register(foreign, list)).rejects.toThrow(NotFound);
    const stranger = { ...theSystem, isAdministrator: false, roles: new Map([[newId(), 'organiser' as const]]) };
    await expect(register.register(stranger, list)).rejects.toThrow(NotFound);
    const reader = { ...theSystem, isAdministrator: false, roles: new Map([[delegation.eventId, 'reader' as const]]) };
    await expect(register.register(reader, list)).rejects.toThrow(NotAllowed);
    done(await app.get(DelegationService).close(theSystem, delegation.id));
    const closed = await register.register(focalPointOf(delegation), list);
    expect(closed.refusals.map(({ code }) => code)).toEqual(['DELEGATION_CLOSED']);
  });

  it('does not let a focal point register somebody by id', async () => {
    const delegation = await aDelegation(app);

    const entry = { ...people(1)[0], personId: newId() };
    const list = { delegationId: delegation.id, people: [entry] };
    await expect(register.register(focalPointOf(delegation), list)).rejects.toThrow(NotAllowed);
  });
});
