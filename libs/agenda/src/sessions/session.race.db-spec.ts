import { SessionRepository, SessionService, SpeakerService, type Session } from '#agenda';
import { isRefusal, type Refusal } from '#kernel';
import { theSystem } from '#platform';
import { testApp, type TestApp } from '#support';
import { aPerson, aRoom, aSession, anEvent, sessionDraft } from '../../../../test/factories/agendas.js';

const parallel = 20;

/** Runs so many at once; answers how many were done, and the codes of the refusals. */
async function atOnce(make: (index: number) => Promise<unknown>): Promise<{ done: number; codes: string[] }> {
  const answers = await Promise.all(Array.from({ length: parallel }, (_, index) => make(index)));
  const refusals = answers.filter(isRefusal) as Refusal[];
  return { done: answers.length - refusals.length, codes: [...new Set(refusals.map(({ code }) => code))] };
}

async function oneRoom(app: TestApp): Promise<{ done: number; codes: string[] }> {
  const event = await anEvent(app);
  const room = await aRoom(app, event);
  const draft = sessionDraft(event, { roomId: room.id });
  return atOnce((index) => app.get(SessionService).create(theSystem, { ...draft, title: `Sesión ${index}` }));
}

async function onePerson(app: TestApp): Promise<{ done: number; codes: string[] }> {
  const event = await anEvent(app);
  const { id: personId } = await aPerson(app);
  const sessions: Session[] = [];
  for (let index = 0; index < parallel; index += 1)
    sessions.push(await aSession(app, event, { title: `Sesión ${index}` }));
  return atOnce((index) =>
    app.get(SpeakerService).add(theSystem, { sessionId: sessions[index].id, personId, role: 'ponente' }),
  );
}

async function oneVersion(app: TestApp): Promise<{ done: number; codes: string[] }> {
  const session = await aSession(app, await anEvent(app));
  return atOnce((index) =>
    app.get(SessionService).update(theSystem, session.id, { version: 1, title: `Título ${index}` }),
  );
}

describe('many organisers at once', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ env: { DATABASE_POOL: '20' } });
  });
  afterAll(() => app.close());

  it('get one session into a room at one time', async () => {
    expect(await oneRoom(app)).toEqual({ done: 1, codes: ['ROOM_TAKEN'] });
  });

  it('get one person into one session at one time', async () => {
    expect(await onePerson(app)).toEqual({ done: 1, codes: ['SPEAKER_BUSY'] });
  });

  it('change one version of a session once', async () => {
    expect(await oneVersion(app)).toEqual({ done: 1, codes: ['SESSION_CHANGED_MEANWHILE'] });
  });
});

describe('the same with what holds it taken away, so that the tests above are known to bite', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ env: { DATABASE_POOL: '20' } });
    await app.dataSource.query('ALTER TABLE session DROP CONSTRAINT session_room_once');
    await app.dataSource.query('ALTER TABLE speaker DROP CONSTRAINT speaker_in_one_place');
  });
  afterAll(() => app.close());

  it('puts several sessions into one room', async () => {
    expect((await oneRoom(app)).done).toBeGreaterThan(1);
  });

  it('puts one person into several sessions', async () => {
    expect((await onePerson(app)).done).toBeGreaterThan(1);
  });

  it('loses changes when the version is not part of the condition', async () => {
    const repository = app.get(SessionRepository);
    repository.replace = async ({ id, version, ...rest }, manager) => {
      await manager.update('session', { id }, { ...rest, version: version + 1 });
      return true;
    };
    expect((await oneVersion(app)).done).toBeGreaterThan(1);
  });
});
