import { newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { administrator, testApp, type TestApp } from '#support';
import { AuditErasure } from './audit-erasure.service.js';
import { AuditSealing } from './audit-sealing.service.js';
import { AuditService } from './audit.service.js';
import { verifyAudit } from './audit-verification.js';

const many = 100_000;
const few = 300;
let app: TestApp;
let small: TestApp;

beforeAll(async () => {
  [app, small] = [await testApp(), await testApp()];
  await fill(app, many);
  await fill(small, few);
}, 600_000);
afterAll(async () => {
  await app.close();
  await small.close();
});

async function fill(one: TestApp, count: number): Promise<void> {
  await one.dataSource.query(
    `INSERT INTO audit_entry (id, recorded_at, actor_kind, request_id, action, subject, subject_id, before, after, came_from)
     SELECT gen_random_uuid(), $1::timestamptz + n * interval '1 second', 'system', 'r' || n, 'acceptMeetingRequest',
       'MeetingRequest', gen_random_uuid(), '{"state": "requested"}', json_build_object('state', 'accepted', 'note', 'n' || n),
       '{"address": "192.0.2.7", "agent": null}'
     FROM generate_series(1, $2) AS n`,
    [one.clock.now(), count],
  );
  await one.get(AuditSealing).seal();
}

/** What somebody does who owns the database and knows the trigger. */
async function tamper(one: TestApp, ...statements: string[]): Promise<void> {
  await one.dataSource.transaction(async (manager) => {
    await manager.query("SET LOCAL session_replication_role = 'replica'");
    for (const statement of statements) await manager.query(statement);
  });
}

/** What is found after the tampering, which is undone. */
async function faultAfter(tampering: string) {
  await tamper(small, 'CREATE TABLE kept AS SELECT * FROM audit_entry', tampering);
  const { fault, head } = await verifyAudit(small.dataSource);
  await tamper(small, 'DELETE FROM audit_entry', 'INSERT INTO audit_entry SELECT * FROM kept', 'DROP TABLE kept');
  return { what: fault?.what, position: fault?.position, holdsUntil: head.position };
}

describe('a chain of 100,000 entries', () => {
  it('is walked to its end, and names the one entry that was tampered with', async () => {
    const { fault, head, unsealed } = await verifyAudit(app.dataSource);
    expect({ fault, position: head.position, unsealed }).toEqual({ fault: null, position: many, unsealed: 0 });
    await tamper(app, `UPDATE audit_entry SET after = '{"state": "declined", "note": "n7"}' WHERE position = 73211`);
    const [{ id }] = await app.dataSource.query<{ id: string }[]>('SELECT id FROM audit_entry WHERE position = 73211');
    expect((await verifyAudit(app.dataSource)).fault).toEqual({
      position: 73_211,
      entryId: id,
      what: 'tampered: after.note is not what was sealed',
    });
  }, 600_000);
});

describe('a chain', () => {
  it.each([
    [
      'a value is changed',
      `UPDATE audit_entry SET after = '{"state": "declined", "note": "n150"}' WHERE position = 150`,
    ],
    ['a value is put in', `UPDATE audit_entry SET after = after || '{"more": 1}' WHERE position = 150`],
    [
      'a value is erased and nobody says so',
      `UPDATE audit_entry SET after = after - 'note', salts = salts - 'after.note' WHERE position = 150`,
    ],
    ['the action is changed', `UPDATE audit_entry SET action = 'declineMeetingRequest' WHERE position = 150`],
    [
      'the time is changed',
      `UPDATE audit_entry SET recorded_at = recorded_at + interval '1 minute' WHERE position = 150`,
    ],
    ['the event is changed', 'UPDATE audit_entry SET event_id = gen_random_uuid() WHERE position = 150'],
    ['its own hash is changed', `UPDATE audit_entry SET hash = repeat('a', 64) WHERE position = 150`],
    ['it is taken out', 'DELETE FROM audit_entry WHERE position = 150'],
  ])(
    'names the one entry when %s',
    async (_, tampering) => {
      const { position, holdsUntil } = await faultAfter(tampering);
      expect([position === 150 || position === 151, holdsUntil]).toEqual([true, 149]);
    },
    90_000,
  );

  it('tells two entries that changed places', async () => {
    const swap = `UPDATE audit_entry SET position = CASE position WHEN 150 THEN -151 ELSE -150 END
      WHERE position IN (150, 151)`;
    const { what, holdsUntil } = await faultAfter(`WITH moved AS (${swap} RETURNING 1) SELECT 1`);
    expect([what, holdsUntil]).toEqual(['missing: entry 150 is not there', 149]);
  });

  it('tells that its end was cut off, or written anew, to whoever noted the end', async () => {
    const { head } = await verifyAudit(small.dataSource);
    const later = await verifyAudit(small.dataSource, { position: few + 5, hash: head.hash });
    const other = await verifyAudit(small.dataSource, { position: few, hash: 'f'.repeat(64) });
    expect([later.fault?.what, other.fault?.what]).toEqual([
      `missing: the chain once reached ${few + 5}`,
      'tampered: the chain up to here was written anew',
    ]);
  });
});

describe('sealing', () => {
  const record = (subjectId: string, after: Record<string, unknown>) =>
    small
      .get(UnitOfWork)
      .run((work) =>
        small
          .get(AuditService)
          .record(work, { viewer: administrator, action: 'updatePerson', subject: 'Person', subjectId, after }),
      );

  it('gives entries that many processes write at once one place each, without gaps', async () => {
    const { head } = await verifyAudit(small.dataSource);
    await Promise.all([
      ...Array.from({ length: 50 }, () => record(newId(), { state: 'x' })),
      ...Array.from({ length: 5 }, () => small.get(AuditSealing).seal()),
    ]);
    await small.get(AuditSealing).seal();
    const verdict = await verifyAudit(small.dataSource);
    expect([verdict.fault, verdict.head.position, verdict.unsealed]).toEqual([null, head.position + 50, 0]);
  });

  it('holds when personal values are erased, and the rest of the entry stays', async () => {
    const personId = newId();
    await record(personId, { email: 'rosa@muni.example', state: 'confirmed', links: ['Rosa Quispe'] });
    const erasure = small.get(AuditErasure);
    const erased = await small.get(UnitOfWork).run((work) =>
      erasure.erase(work, {
        viewer: administrator,
        personId,
        values: ['ROSA@muni.example', 'Rosa Quispe'],
        actorIds: [],
        subjectIds: [],
        nameParts: [],
      }),
    );
    const rows = await small.dataSource.query<{ after: unknown }[]>(
      "SELECT after FROM audit_entry WHERE subject_id = $1 AND action = 'updatePerson'",
      [personId],
    );
    expect({ erased, rows }).toEqual({ erased: 1, rows: [{ after: { state: 'confirmed' } }] });
    expect((await verifyAudit(small.dataSource)).fault).toBeNull();
  });
});
