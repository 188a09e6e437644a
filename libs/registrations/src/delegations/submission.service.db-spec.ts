import { theSystem } from '#platform';
import {
  InvitationAnswerService,
  InvitationRepository,
  InvitationService,
  DelegationRepository,
  RegisterService,
  RegistrationService,
  SubmissionService,
} from '#registrations';
import { eventually, testApp, type TestApp } from '#support';
import {
  aDelegation,
  anEvent,
  anInstitution,
  done,
  focalPointOf,
  people,
} from '../../../../test/factories/delegations.js';

interface Mail {
  readonly mail: string;
  readonly to_name: string;
  readonly calendar_method: string | null;
  readonly calendar_sequence: number | null;
  readonly calendar_uid: string | null;
}

describe('sending a delegation', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ worker: true });
  });
  afterAll(() => app.close());

  /** The mails of an event, once there are so many. */
  const mailsOf = (eventId: string, count: number) =>
    eventually(
      () =>
        app.dataSource.query<Mail[]>(
          `SELECT mail, to_name, calendar_method, calendar_sequence, calendar_uid FROM message WHERE event_id = $1 ORDER BY mail, to_name`,
          [eventId],
        ),
      (mails) => mails.length >= count,
    );

  it('mails the invitation, each confirmation with its calendar, and the summary; then the cancellation of who is withdrawn', async () => {
    const event = await anEvent(app);
    const institution = await anInstitution(app);
    const focal = { givenNames: 'Julián', familyNames: 'Huamán', email: 'jhuaman@muni.example' };
    const { done: sent } = await app
      .get(InvitationService)
      .inviteFocalPoints(theSystem, event.id, [{ institutionId: institution.id, quota: 3, person: focal }]);
    const [{ id, linkId, subjectId }] = sent;
    expect((await mailsOf(event.id, 1)).map(({ mail, to_name }) => [mail, to_name])).toEqual([
      ['focal-point-invitation', 'Julián Huamán'],
    ]);
    expect((await app.get(InvitationRepository).byId(id))?.state).toBe('sent');
    const guest = {
      kind: 'link',
      purpose: 'invitation',
      subjectId: id,
      eventId: event.id,
      linkId: linkId ?? '',
    } as const;
    done(await app.get(InvitationAnswerService).accept({ ...guest, language: 'es', requestId: 'test' }, id));
    const delegation = await app.get(DelegationRepository).byId(subjectId ?? '');
    if (!delegation) throw new Error('The invitation has no delegation');
    const viewer = focalPointOf(delegation);
    const shared = people(3).map((person, index) => ({ ...person, email: index < 2 ? 'mesa@muni.example' : '' }));
    const { done: rows } = await app
      .get(RegisterService)
      .register(viewer, { delegationId: delegation.id, people: shared });
    done(await app.get(SubmissionService).submit(viewer, delegation.id));
    const mails = await mailsOf(event.id, 4);
    expect(mails.map(({ mail, to_name, calendar_method }) => [mail, to_name, calendar_method])).toEqual([
      ['delegation-summary', 'Julián Huamán', null],
      ['focal-point-invitation', 'Julián Huamán', null],
      ['registration-confirmed', 'Julián Huamán Ccopa', 'REQUEST'],
      ['registration-confirmed', 'Rosa Quispe Mamani', 'REQUEST'],
    ]);
    done(await app.get(RegistrationService).withdraw(viewer, rows[0].id));
    const after = await mailsOf(event.id, 5);
    const rosa = after.filter(({ to_name }) => to_name === 'Rosa Quispe Mamani');
    expect(
      rosa.map(({ mail, calendar_method, calendar_sequence }) => [mail, calendar_method, calendar_sequence]),
    ).toEqual([
      ['registration-cancelled', 'CANCEL', 1],
      ['registration-confirmed', 'REQUEST', 0],
    ]);
    expect(rosa[0].calendar_uid).toBe(rosa[1].calendar_uid);
  });

  it('changes nothing the second time, and refuses an empty delegation', async () => {
    const delegation = await aDelegation(app);
    const viewer = focalPointOf(delegation);
    const submit = () => app.get(SubmissionService).submit(viewer, delegation.id);
    expect(await submit()).toMatchObject({ code: 'DELEGATION_EMPTY' });
    await app.get(RegisterService).register(viewer, { delegationId: delegation.id, people: people(1) });
    const [first, again] = [done(await submit()), done(await submit())];
    expect([first.state, again.state, again.submittedAt]).toEqual(['submitted', 'submitted', first.submittedAt]);
  });

  it('confirms at once whoever is added after it was sent', async () => {
    const delegation = await aDelegation(app);
    const viewer = focalPointOf(delegation);
    const enter = (from: number) =>
      app.get(RegisterService).register(viewer, { delegationId: delegation.id, people: [people(3)[from]] });
    await enter(0);
    done(await app.get(SubmissionService).submit(viewer, delegation.id));
    expect((await enter(1)).done.map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('leaves no draft behind when somebody is added while it is being sent', async () => {
    const delegation = await aDelegation(app, { quota: 30 });
    const viewer = focalPointOf(delegation);
    const everybody = people(12).map((person, index) => ({ ...person, email: `p${index}@race.example` }));
    const enter = (index: number) =>
      app.get(RegisterService).register(viewer, { delegationId: delegation.id, people: [everybody[index]] });
    await enter(0);
    const others = everybody.slice(1).map((_, index) => enter(index + 1));
    await Promise.all([...others, app.get(SubmissionService).submit(viewer, delegation.id)]);
    const rows = await app.dataSource.query<{ state: string; count: string }[]>(
      'SELECT state, count(*) FROM registration WHERE delegation_id = $1 GROUP BY state',
      [delegation.id],
    );
    expect(rows).toEqual([{ state: 'confirmed', count: '12' }]);
  });
});
