import { newId } from '#kernel';
import { theSystem } from '#platform';
import { DelegationRepository, InvitationRepository, InvitationService } from '#registrations';
import { testApp, type TestApp } from '#support';
import { anEvent, anInstitution, done } from '../../../../test/factories/delegations.js';

describe('inviting focal points', () => {
  let app: TestApp;
  let service: InvitationService;

  beforeAll(async () => {
    app = await testApp();
    service = app.get(InvitationService);
  });
  afterAll(() => app.close());

  async function rows(count: number) {
    const list = [];
    for (let index = 0; index < count; index += 1) {
      const person = { givenNames: 'Punto', familyNames: `Focal ${index}`, email: `focal${index}@muni.example` };
      list.push({ institutionId: (await anInstitution(app)).id, quota: 3, person });
    }
    return list;
  }

  const countAt = async (table: string, eventId: string) =>
    Number((await app.dataSource.query(`SELECT count(*) FROM ${table} WHERE event_id = $1`, [eventId]))[0].count);

  it('grants fifty delegations and queues fifty invitations at once', async () => {
    const event = await anEvent(app);
    const { done: sent, refusals } = await service.inviteFocalPoints(theSystem, event.id, await rows(50));
    expect(refusals).toEqual([]);
    expect(new Set(sent.map(({ state, sends }) => `${state} ${sends}`))).toEqual(new Set(['queued 1']));
    expect([await countAt('delegation', event.id), await countAt('invitation', event.id)]).toEqual([50, 50]);
    const first = await app.get(DelegationRepository).byId(sent[0].subjectId ?? '');
    expect([first?.quota, first?.state, first?.focalPointPersonId]).toEqual([3, 'invited', null]);
  });

  it('sends nothing when any row is wrong, and names every wrong row', async () => {
    const event = await anEvent(app);
    const list = await rows(4);
    const wrong = [
      { ...list[0], quota: 0 },
      { ...list[1], institutionId: newId() },
      { ...list[2], person: { ...list[2].person, email: 'a@b.example, c@d.example' } },
      list[3],
      { ...list[3] },
    ];
    const { done: sent, refusals } = await service.inviteFocalPoints(theSystem, event.id, wrong);
    expect(sent).toEqual([]);
    expect(refusals.map(({ code, field }) => [code, field]).sort()).toEqual([
      ['EMAIL_INVALID', 'input.2.person.email'],
      ['INSTITUTION_TWICE', 'input.4.institutionId'],
      ['INSTITUTION_UNKNOWN', 'input.1.institutionId'],
      ['QUOTA_OUT_OF_RANGE', 'input.0.quota'],
    ]);
    expect([await countAt('delegation', event.id), await countAt('invitation', event.id)]).toEqual([0, 0]);
  });

  it('does a list once per key, also when it is sent twice at the same time', async () => {
    const event = await anEvent(app);
    const list = await rows(3);
    const key = newId();
    const both = await Promise.all([1, 2].map(() => service.inviteFocalPoints(theSystem, event.id, list, key)));
    expect(both[1].done.map(({ id }) => id)).toEqual(both[0].done.map(({ id }) => id));
    expect([await countAt('delegation', event.id), await countAt('invitation', event.id)]).toEqual([3, 3]);
  });

  it('invites another person to a delegation that nobody has opened, and not the same one twice', async () => {
    const event = await anEvent(app);
    const [row] = await rows(1);
    const { done: sent } = await service.inviteFocalPoints(theSystem, event.id, [row]);
    const [{ personId }] = sent;
    const same = await service.inviteFocalPoints(theSystem, event.id, [
      { institutionId: row.institutionId, quota: 3, personId },
    ]);
    expect(same.refusals.map(({ code, field }) => [code, field])).toEqual([['ALREADY_INVITED', 'input.0.personId']]);
    const other = { ...row, quota: 5, person: { ...row.person, givenNames: 'Otra', email: 'otra@muni.example' } };
    const next = await service.inviteFocalPoints(theSystem, event.id, [other]);
    expect(next.done[0].subjectId).toBe(sent[0].subjectId);
    expect((await app.get(DelegationRepository).byId(sent[0].subjectId ?? ''))?.quota).toBe(5);
  });

  it('invites nobody to an event that is over', async () => {
    const event = await anEvent(app);
    const before = app.clock.now();
    app.clock.set(new Date('2025-06-22T05:00:00Z'));
    const { refusals } = await service.inviteFocalPoints(theSystem, event.id, await rows(1));
    app.clock.set(before);
    expect(refusals.map(({ code }) => code)).toEqual(['EVENT_OVER']);
  });

  it('sends a resend with a new link, and none after a yes', async () => {
    const event = await anEvent(app);
    const { done: sent } = await service.inviteSpeakers(theSystem, event.id, [
      {
        topic: 'CITE y mancomunidades',
        person: { givenNames: 'Ana', familyNames: 'Ponente', email: 'ana@uni.example' },
      },
    ]);
    const [{ id, linkId }] = sent;
    const again = done(await service.resend(theSystem, id));
    expect([again.state, again.sends, again.linkId === linkId]).toEqual(['queued', 2, false]);
    done(await service.revoke(theSystem, id));
    expect((await app.get(InvitationRepository).byId(id))?.state).toBe('revoked');
    expect(await service.resend(theSystem, id)).toMatchObject({ code: 'INVITATION_NOT_RESENDABLE' });
  });
});
