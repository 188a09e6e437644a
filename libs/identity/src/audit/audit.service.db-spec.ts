import { newId } from '#kernel';
import { theSystem, UnitOfWork, type Deed } from '#platform';
import { administrator, anonymous, byLink, testApp, testStart, type TestApp } from '#support';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditService } from './audit.service.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const deed = { action: 'acceptMeetingRequest', subject: 'MeetingRequest' } as const;
const unsealed = { position: null, previousHash: null, hash: null, digests: null, salts: null, erasedBy: null };
const record = (one: Deed) => app.get(UnitOfWork).run((work) => app.get(AuditService).record(work, one));
const entriesOf = (subjectId: string) =>
  app.dataSource.getRepository(AuditEntry).find({ where: { subjectId }, order: { sequence: 'ASC' } });

describe('an audit entry', () => {
  it('says who did what to which row, for whom, from where, when, and how it looked before and after', async () => {
    const [subjectId, eventId, organizationId, onBehalfOf] = [newId(), newId(), newId(), newId()];
    const states = { before: { state: 'requested' }, after: { state: 'accepted' } };
    const cameFrom = { address: '192.0.2.7', agent: 'Mozilla/5.0' };
    await record({
      ...deed,
      viewer: { ...administrator, cameFrom, onBehalfOf },
      subjectId,
      eventId,
      organizationId,
      ...states,
    });
    const [entry] = await entriesOf(subjectId);
    expect(entry).toEqual({
      id: entry.id,
      sequence: entry.sequence,
      recordedAt: testStart,
      actorKind: 'staff',
      actorId: administrator.accountId,
      requestId: 'test',
      ...deed,
      eventId,
      organizationId,
      onBehalfOf,
      cameFrom,
      subjectId,
      ...states,
      ...unsealed,
    });
  });

  it('names a link by its id, and the product by nothing but its kind', async () => {
    const subjectId = newId();
    const party = byLink({ purpose: 'meetings', eventId: newId(), subjectId });
    for (const viewer of [party, anonymous, theSystem]) await record({ ...deed, viewer, subjectId });
    const entries = await entriesOf(subjectId);
    expect(entries.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([
      ['link', party.linkId],
      ['anonymous', null],
      ['system', null],
    ]);
  });

  it('is not written when the deed is undone', async () => {
    const subjectId = newId();
    const unitOfWork = app.get(UnitOfWork);
    await unitOfWork.run(async (work) => {
      await app.get(AuditService).record(work, { ...deed, viewer: administrator, subjectId });
      unitOfWork.undo(null);
    });
    expect(await entriesOf(subjectId)).toEqual([]);
  });

  it.each(['UPDATE audit_entry SET action = action', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'cannot be changed: %s',
    async (statement) => {
      await expect(app.dataSource.query(statement)).rejects.toThrow('Audit entries are append-only');
    },
  );
});
