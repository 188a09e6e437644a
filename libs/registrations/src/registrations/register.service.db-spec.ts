import { DelegationRepository, RegisterService, RegistrationRepository } from '#registrations';
import { testApp, type TestApp } from '#support';
import { aDelegation, focalPointOf, people } from '../../../../test/factories/delegations.js';

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

  it('enters a list of people, each with a seat', async () => {
    const delegation = await aDelegation(app, { quota: 3 });
    const answer = await register.register(focalPointOf(delegation), {
      delegationId: delegation.id,
      people: people(3),
    });
    expect(answer.refusals).toEqual([]);
    expect(answer.done.map(({ positionTitle }) => positionTitle)).toEqual(['Alcaldesa', 'Técnico', 'Técnico']);
    expect(await takenOf(delegation.id)).toBe(3);
    expect(await statesOf(delegation.id)).toEqual(['draft', 'draft', 'draft']);
  });
});
