import { AgendaVersionService, SpeakerService } from '#agenda';
import { newId } from '#kernel';
import { Person, PersonService, PositionService } from '#people';
import { verifyAudit } from '#identity';
import { theSystem, UnitOfWork } from '#platform';
import { InvitationAnswerService, InvitationService, RegisterService, SubmissionService } from '#registrations';
import { eventually, SmtpSink, testApp, type TestApp } from '#support';
import { aSession } from '../../../../test/factories/agendas.js';
import { anEvent, anInstitution, done, focalPointOf } from '../../../../test/factories/delegations.js';
import { AnonymisationService } from './anonymisation.service.js';

const quiet = { email: 'zenobia.champi@mancomunidad.example', phone: '+51 984 777 321', documentNumber: '48213377-9' };
const identity = { givenNames: 'Zenóbia', familyNames: 'Champi Huaraccallo', documentType: 'dni', ...quiet } as const;

let app: TestApp;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await SmtpSink.start();
  app = await testApp({ worker: true, env: { SMTP_URL: sink.url } });
});
afterAll(async () => {
  await app.close();
  await sink.stop();
});

/** Every row of every table of every schema, as text; what is stored as bytes also as the text that it holds. */
async function dump(): Promise<Map<string, string[]>> {
  const tables = await app.dataSource.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await app.dataSource.query<Record<string, unknown>[]>(`SELECT * FROM ${name}`);
    rows.set(name, found.map(textOf));
  }
  return rows;
}

const textOf = (row: Record<string, unknown>): string =>
  JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'
      ? Buffer.from((value as { data: number[] }).data).toString('latin1')
      : value,
  );

/** Where one of the words still stands. */
function matches(dumped: ReadonlyMap<string, string[]>, words: readonly string[]): string[] {
  return [...dumped].flatMap(([table, rows]) =>
    words
      .filter((word) => rows.some((row) => row.toLowerCase().includes(word.toLowerCase())))
      .map((word) => `${table}: ${word}`),
  );
}

const words = ['Zenóbia', 'Zenobia', 'Champi', 'Huaraccallo', quiet.email, '984 777 321', '984777321', '48213377'];

/** Somebody who did all that somebody can do: came, spoke, registered others, wrote and was written to. */
async function anActivePerson(): Promise<Person> {
  const event = await anEvent(app);
  const institution = await anInstitution(app);
  const draft = { ...identity, organizationId: event.organizationId };
  const person = done(await app.get(PersonService).create(theSystem, draft));
  await app.get(PersonService).update(theSystem, person.id, { ...draft, givenNames: 'Zenóbia' });
  const position = { personId: person.id, institutionId: institution.id, title: 'Gerenta', startsOn: '2025-01-01' };
  done(await app.get(PositionService).create(theSystem, position));
  const rows = [{ institutionId: institution.id, quota: 3, personId: person.id }];
  const { done: invited } = await app.get(InvitationService).inviteFocalPoints(theSystem, event.id, rows);
  const visitor = {
    kind: 'link',
    purpose: 'invitation',
    subjectId: invited[0].id,
    eventId: event.id,
    linkId: invited[0].linkId ?? '',
    language: 'es',
    requestId: 'test',
  } as const;
  done(await app.get(InvitationAnswerService).accept(visitor, invited[0].id));
  const [delegation] = await app.dataSource.query<{ id: string; link_id: string }[]>(
    'SELECT id, link_id FROM delegation WHERE institution_id = $1',
    [institution.id],
  );
  const focal = focalPointOf({ id: delegation.id, eventId: event.id, linkId: delegation.link_id } as never);
  const entry = {
    givenNames: 'Zenóbia',
    familyNames: 'Champi Huaraccallo',
    positionTitle: 'Gerenta',
    email: quiet.email,
  };
  const colleague = {
    givenNames: 'Abel',
    familyNames: 'Ccori',
    positionTitle: 'Técnico',
    email: 'abel@mancomunidad.example',
  };
  await app.get(RegisterService).register(focal, { delegationId: delegation.id, people: [entry, colleague] });
  await app.get(SubmissionService).submit(focal, delegation.id);
  const session = await aSession(app, event);
  done(await app.get(SpeakerService).add(theSystem, { sessionId: session.id, personId: person.id, role: 'ponente' }));
  done(await app.get(AgendaVersionService).publish(theSystem, event.id));
  await app.dataSource.query(
    `INSERT INTO assistant_grant (id, person_id, name, address, granted_at, expires_at)
     VALUES ($1, $2, 'Nélida', 'nelida@mancomunidad.example', '2025-06-06', '2025-07-01')`,
    [newId(), person.id],
  );
  await mention(event.id);
  return person;
}

/** Texts of others that name the person: a mail, its calendar with a broken line, a mail in the mailbox, an imported file. */
async function mention(eventId: string): Promise<void> {
  const name = 'Zenóbia Champi Huaraccallo';
  const id = newId();
  await app.dataSource.query(
    `INSERT INTO message (id, event_id, mail, policy, from_name, to_name, to_address, language, subject, html, text, dedupe_key,
       message_id, state, queued_at, calendar_uid, calendar_sequence, calendar_method, calendar_content)
     VALUES ($1, $2, 'meeting-scheduled', 'at_least_once', 'X', 'Abel', 'abel@mancomunidad.example', 'es', $3, $4, $5, $6, $7, 'sent', now(), $6, 0, 'REQUEST', $8)`,
    [
      id,
      eventId,
      `Reunión con ${name}`,
      `<p>${name} &lt;${quiet.email}&gt;</p>`,
      `Llame a ${quiet.phone}`,
      `dk:${id}`,
      `${id}@x.example`,
      `ATTENDEE;CN=Zenóbia Cham\r\n pi Huaraccallo:mailto:${quiet.email}\r\n`,
    ],
  );
  await app.dataSource.query(
    `INSERT INTO mailbox_mail (id, received_at, envelope_from, envelope_to, subject, raw) VALUES ($1, now(), 'x', 'abel@mancomunidad.example', 'x', $2)`,
    [newId(), Buffer.from(`Message-ID: <${id}@x.example>\r\n\r\nZen=C3=B3bia =\r\nChampi Huaraccallo`)],
  );
  await mentionElsewhere(eventId, id);
}

/** What servers answered, files that were imported and a key that carry the name as somebody in a hurry writes it. */
async function mentionElsewhere(eventId: string, messageId: string): Promise<void> {
  const ask = (sql: string, values: unknown[]) => app.dataSource.query<unknown>(sql, values);
  await ask(
    `INSERT INTO delivery_event (id, message_id, event_id, state, attempt, response, happened_at) VALUES ($1, $2, $3, 'deferred', 1, $4, now())`,
    [newId(), messageId, eventId, `451 <${quiet.email.toUpperCase()}> greylisted`],
  );
  const [own] = await eventually(
    () => app.dataSource.query<{ id: string }[]>('SELECT id FROM message WHERE to_address = $1 LIMIT 1', [quiet.email]),
    ({ length }) => length === 1,
  );
  await ask(
    `INSERT INTO delivery_event (id, message_id, event_id, state, attempt, response, happened_at) VALUES ($1, $2, $3, 'sent', 1, $4, now())`,
    [newId(), own.id, eventId, '250 queued for Z. Champi Huaraccallo'],
  );
  await ask(
    `INSERT INTO api_key (id, organization_id, name, operations, token_hash, created_by_id, created_at, expires_at)
     SELECT $1::uuid, organization_id, 'Llave de Zenobia Champi Huaraccallo', 'read', $1::text, $1::uuid, now(), now() FROM event WHERE id = $2`,
    [newId(), eventId],
  );
  await ask(
    `INSERT INTO import_batch (id, kind, state, account_id, file_name, file_hash, row_count, faulty_count, known_count, ignored, heading_faults, created_at, expires_at, created)
     VALUES ($1, 'people', 'read', $1, 'Zenobia Champi Huaraccallo.csv', 'x', 2, 1, 0, ARRAY['Zenobia  Champi Huaraccallo'], '[]', now(), '2030-01-01', '{}')`,
    [messageId],
  );
  const fault = JSON.stringify([{ column: 'names', words: 'Zenobia Champi' }]);
  await ask(
    `INSERT INTO import_row (batch_id, number, cells, faults, is_known) VALUES ($1, 1, $2, '[]', false), ($1, 2, $3, $4, false)`,
    [messageId, ['ZENOBIA ', 'Champi Huaraccallo', 'Gerenta'], ['Zenobia', 'Champi', quiet.email], fault],
  );
}

const counts = async (): Promise<Record<string, number>> => {
  const tables = [
    'person',
    'registration',
    'speaker',
    'invitation',
    'message',
    'delegation',
    'position',
    'agenda_version',
  ];
  const found: Record<string, number> = {};
  for (const table of tables) {
    const [{ count }] = await app.dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
    found[table] = count;
  }
  return found;
};

const settled = () =>
  eventually(
    () =>
      app.dataSource.query<object[]>(
        `SELECT name FROM job WHERE state = 'queued' UNION ALL SELECT mail FROM message WHERE state IN ('queued', 'sending')
         UNION ALL SELECT event FROM outbox WHERE relayed_at IS NULL`,
      ),
    ({ length }) => length === 0,
    30_000,
  );

describe('to anonymise a person', () => {
  it('leaves no name, address, phone or document in any table; counts and the audit’s chain stay', async () => {
    const person = await anActivePerson();
    // Whom the focal point wrote down is a person of their own with the same address: both are erased, one after the other.
    await settled();
    const before = await counts();
    const known = matches(await dump(), words);
    expect(known.length > 20).toBe(true);
    const same = await app.dataSource.query<{ id: string }[]>('SELECT id FROM person WHERE email = $1', [quiet.email]);
    expect([same.length, same.some(({ id }) => id === person.id)]).toEqual([2, true]);
    for (const { id } of same) await app.get(AnonymisationService).order(theSystem, id);
    await eventually(
      () => app.dataSource.query<object[]>('SELECT id FROM person WHERE anonymised_at IS NOT NULL'),
      ({ length }) => length === 2,
    );
    await settled();
    expect(matches(await dump(), words)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect((await verifyAudit(app.dataSource)).fault).toBeNull();
  }, 90_000);

  it('leaves those alone who share the address, the phone or the name', async () => {
    const shared = {
      givenNames: 'Rosa',
      familyNames: 'Quispe Mamani',
      email: 'oficina@muni.example',
      phone: '+51 984 000 222',
    };
    const [one, other] = [
      done(await app.get(PersonService).create(theSystem, shared)),
      done(await app.get(PersonService).create(theSystem, shared)),
    ];
    await app.get(UnitOfWork).run((work) => app.get(AnonymisationService).erase(work, one.id));
    const rows = await app.dataSource.getRepository(Person).findBy([{ id: one.id }, { id: other.id }]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(byId.get(other.id)).toMatchObject(shared);
    expect([byId.get(one.id)?.givenNames, byId.get(one.id)?.email]).toEqual(['Persona', null]);
  });
});
