import { testStart, SoftPasskey, type TestApi } from '#support';
import { newId } from '#kernel';
import type { Person } from '#people';
import { PersonService } from '#people';
import { theSystem } from '#platform';
import { done } from '../factories/delegations.js';
import { GuestStage, minutes } from '../factories/guests.js';
import { post, textOf, visit } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

const origin = 'http://localhost:3000';
let stage: GuestStage;
let api: TestApi;

beforeAll(async () => {
  stage = await GuestStage.start();
  api = stage.api;
}, 90_000);
beforeEach(() => api.clock.set(testStart));
afterAll(() => stage.stop());

interface Question {
  readonly challengeId: string;
  readonly challenge: string;
}

/** What the script of the page asks for. */
async function question(path: string, jar: CookieJar): Promise<Question> {
  const { html } = await post(api.url, path, {}, jar);
  const { challengeId, options } = JSON.parse(html) as { challengeId: string; options: string };
  return { challengeId, challenge: (JSON.parse(options) as { challenge: string }).challenge };
}

const questionForNew = (jar: CookieJar) => question('/mi/llaves/pregunta', jar);

/** Somebody who proved an address by a code and then made a passkey. */
async function holder(
  email = `${newId()}@muni.example`,
): Promise<{ person: Person; key: SoftPasskey; jar: CookieJar }> {
  const person = await stage.person(email);
  const { jar } = await stage.signIn(email);
  const key = new SoftPasskey(origin, person.id);
  const { challengeId, challenge } = await questionForNew(jar);
  const made = await post(api.url, '/mi/llaves', { challengeId, answer: key.made({ challenge }) }, jar);
  if (made.location !== '/mi/llaves?hecho=creada') throw new Error(textOf(made.html));
  return { person, key, jar };
}

async function enter(
  key: SoftPasskey,
  ceremony = {},
): Promise<{ status: number; location: string | null; jar: CookieJar }> {
  const jar = new CookieJar();
  const { challengeId, challenge } = await question('/mi/llave/pregunta', jar);
  const { status, location } = await post(
    api.url,
    '/mi/llave',
    { challengeId, answer: key.signed({ challenge, ...ceremony }) },
    jar,
  );
  return { status, location, jar };
}

const homeOf = async (jar: CookieJar) => {
  const { location, html } = await visit(api.url, '/mi', jar);
  return location ?? textOf(html);
};

const actionsOn = async (personId: string): Promise<string[]> => {
  const rows = await api.dataSource.query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE action LIKE 'guest.%asskey' AND (subject_id = $1 OR actor_id = $1) ORDER BY sequence`,
    [personId],
  );
  return rows.map(({ action }) => action);
};

describe('a passkey of somebody without an account', () => {
  it('lets them in without a code, and its life stands in the audit', async () => {
    const { person, key, jar } = await holder();
    const entered = await enter(key);
    expect([entered.status, entered.location]).toEqual([303, '/mi']);
    expect(await homeOf(entered.jar)).toContain('Aurelia Condori Apaza');
    const [{ id }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM guest_passkey WHERE person_id = $1', [
      person.id,
    ]);
    await post(api.url, '/mi/llaves', { do: 'retirar', llave: id }, jar);
    expect(await actionsOn(person.id)).toEqual([
      'guest.registeredPasskey',
      'guest.signedInWithPasskey',
      'guest.revokedPasskey',
    ]);
  });

  it('opens nothing once it is revoked, and whoever came in with it is out at once', async () => {
    const { person, key, jar } = await holder();
    const entered = await enter(key);
    const [{ id }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM guest_passkey WHERE person_id = $1', [
      person.id,
    ]);
    await post(api.url, '/mi/llaves', { do: 'retirar', llave: id }, jar);
    expect([(await enter(key)).status, await homeOf(entered.jar)]).toEqual([422, '/mi/entrar']);
  });

  it('is for its person alone, where the code is for everybody who shares the address', async () => {
    const email = `${newId()}@muni.example`;
    const other = { givenNames: 'Benita', familyNames: 'Sucasaire', email };
    const { key } = await holder(email);
    done(await api.get(PersonService).create(theSystem, other));
    const { jar } = await stage.signIn(email);
    const entered = await enter(key);
    expect([await homeOf(jar), (await homeOf(entered.jar)).includes('Cambiar de persona')]).toEqual([
      '/mi/quien',
      false,
    ]);
    expect(await homeOf(entered.jar)).toContain('Aurelia Condori Apaza');
  });

  it('is of no use to another site, without its holder, or a second time', async () => {
    const { key } = await holder();
    expect((await enter(key, { origin: 'https://tinkuy.malo.example' })).status).toBe(422);
    expect((await enter(key, { userVerified: false })).status).toBe(422);
    const jar = new CookieJar();
    const { challengeId, challenge } = await question('/mi/llave/pregunta', jar);
    const fields = { challengeId, answer: key.signed({ challenge }) };
    const twice = [await post(api.url, '/mi/llave', fields, jar), await post(api.url, '/mi/llave', fields, jar)];
    expect(twice.map(({ status }) => status)).toEqual([303, 422]);
  });

  it('is made by nobody else: a question asked for one person registers nothing for another', async () => {
    const [one, other] = [await holder(), await holder()];
    const { challengeId, challenge } = await questionForNew(one.jar);
    const answer = new SoftPasskey(origin, other.person.id).made({ challenge });
    expect((await post(api.url, '/mi/llaves', { challengeId, answer }, other.jar)).status).toBe(422);
    const stranger = await post(api.url, '/mi/llaves/pregunta', {}, new CookieJar());
    expect([stranger.status, stranger.location]).toEqual([303, '/mi/entrar']);
  });

  it('is revoked by its holder alone', async () => {
    const [one, other] = [await holder(), await holder()];
    const [{ id }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM guest_passkey WHERE person_id = $1', [
      one.person.id,
    ]);
    await post(api.url, '/mi/llaves', { do: 'retirar', llave: id }, other.jar);
    expect((await enter(one.key)).status).toBe(303);
  });

  it('proves for as long as a code does', async () => {
    const { key } = await holder();
    const { jar } = await enter(key);
    api.clock.set(new Date(testStart.getTime() + minutes(12 * 60)));
    expect(await homeOf(jar)).toBe('/mi/entrar');
  });

  it('is offered by pages that work without a script', async () => {
    const { html } = await visit(api.url, '/mi/entrar', new CookieJar());
    expect(/<div id="passkey" hidden[^>]*data-question="\/mi\/llave\/pregunta"/.test(html)).toBe(true);
    expect(html.includes('name="email"')).toBe(true);
    expect(html.includes('<script src="/assets/llave.js" defer')).toBe(true);
  });
});
