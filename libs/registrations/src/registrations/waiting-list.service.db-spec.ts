import { theSystem, UnitOfWork } from '#platform';
import {
  DelegationService,
  EventQuotaService,
  RegisterService,
  RegistrationRepository,
  RegistrationService,
  type Delegation,
} from '#registrations';
import { testApp, type TestApp } from '#support';
import { aDelegation, anEvent, done, focalPointOf, people } from '../../../../test/factories/delegations.js';
import { WaitingListJobs } from './waiting-list.jobs.js';
import { WaitingListService } from './waiting-list.service.js';

describe('the waiting list', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const enter = (delegation: Delegation, count: number, from: number, mayWait: boolean) =>
    app.get(RegisterService).register(focalPointOf(delegation), {
      delegationId: delegation.id,
      people: people(from + count).slice(from),
      mayWait,
    });
  const states = async ({ id }: Delegation) =>
    (await app.get(RegistrationRepository).activeOf(id)).map(({ state }) => state);
  const offerNext = (eventId: string) =>
    app.get(UnitOfWork).run((work) => app.get(WaitingListService).offerNext(work, eventId));

  /** A delegation of one seat that is taken, with two people who wait. */
  async function full() {
    const delegation = await aDelegation(app, { quota: 1 });
    const { done: seated } = await enter(delegation, 1, 0, false);
    const { done: waiting } = await enter(delegation, 2, 1, true);
    return { delegation, seated: seated[0], waiting };
  }

  it('takes everybody of a list who find no seat, and seats a list that does', async () => {
    const { delegation, waiting } = await full();
    expect(waiting.map(({ state }) => state)).toEqual(['waitlisted', 'waitlisted']);
    const roomy = await aDelegation(app, { quota: 2 });
    const { done: seated } = await enter(roomy, 2, 0, true);
    expect(seated.map(({ state }) => state)).toEqual(['draft', 'draft']);
    expect(await states(delegation)).toEqual(['draft', 'waitlisted', 'waitlisted']);
  });

  it('offers a freed seat to the first in line alone, and confirms on a yes', async () => {
    const { delegation, seated, waiting } = await full();
    await offerNext(delegation.eventId);
    expect(await states(delegation)).toEqual(['draft', 'waitlisted', 'waitlisted']);
    done(await app.get(RegistrationService).withdraw(focalPointOf(delegation), seated.id));
    await offerNext(delegation.eventId);
    await offerNext(delegation.eventId);
    expect(await states(delegation)).toEqual(['offered', 'waitlisted']);
    const second = await app.get(RegistrationService).acceptOffer(focalPointOf(delegation), waiting[1].id);
    expect(second).toMatchObject({ code: 'NO_SEAT_OFFERED' });
    done(await app.get(RegistrationService).acceptOffer(focalPointOf(delegation), waiting[0].id));
    expect(await states(delegation)).toEqual(['confirmed', 'waitlisted']);
  });

  it('gives a seat that nobody accepted in time to the next in line', async () => {
    const { delegation, seated, waiting } = await full();
    done(await app.get(RegistrationService).withdraw(focalPointOf(delegation), seated.id));
    await offerNext(delegation.eventId);
    const before = app.clock.now();
    app.clock.advance(48 * 3_600_000);
    const late = await app.get(RegistrationService).acceptOffer(focalPointOf(delegation), waiting[0].id);
    expect(late).toMatchObject({ code: 'NO_SEAT_OFFERED' });
    await app.get(WaitingListJobs).lapse();
    await offerNext(delegation.eventId);
    app.clock.set(before);
    const first = await app.get(RegistrationRepository).byId(waiting[0].id);
    expect([first?.state, ...(await states(delegation))]).toEqual(['expired', 'offered']);
  });

  it('serves whoever came first in the whole event, when the event is what was full', async () => {
    const event = await anEvent(app);
    const [one, other] = [await aDelegation(app, { eventId: event.id }), await aDelegation(app, { eventId: event.id })];
    done(await app.get(EventQuotaService).set(theSystem, event.id, 1));
    const { done: seated } = await enter(one, 1, 0, false);
    await enter(other, 1, 1, true);
    await enter(one, 1, 2, true);
    done(await app.get(RegistrationService).cancel(theSystem, seated[0].id));
    await offerNext(event.id);
    await offerNext(event.id);
    expect([await states(one), await states(other)]).toEqual([['waitlisted'], ['offered']]);
  });

  it('never offers more seats than a larger quota brings, however often it is asked at once', async () => {
    const { delegation } = await full();
    done(await app.get(DelegationService).changeQuota(theSystem, delegation.id, 2));
    await Promise.all([1, 2, 3, 4, 5].map(() => offerNext(delegation.eventId)));
    expect(await states(delegation)).toEqual(['draft', 'offered', 'waitlisted']);
    const smaller = await app.get(DelegationService).changeQuota(theSystem, delegation.id, 1);
    expect(smaller).toMatchObject({ code: 'QUOTA_BELOW_TAKEN', details: { taken: 2 } });
  });
});
