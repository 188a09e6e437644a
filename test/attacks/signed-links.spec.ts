import { LinkService } from '#identity';
import { newId } from '#kernel';
import { theSystem, UnitOfWork, type LinkPurpose } from '#platform';
import { DelegationService } from '#registrations';
import { eventually, testStart, type TestApi } from '#support';
import { aDelegation, done } from '../factories/delegations.js';
import { codeIn, GuestStage, minutes } from '../factories/guests.js';
import { aParty } from '../factories/meetings.js';
import { post, visit } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

/**
 * Links that a mail carries: reused, expired, of one purpose for another, used up by the scanner of a mail server. At pretix an address
 * of a file meant for somebody else could be downloaded by whoever had any id (CVE-2026-9712); for the rest of the class no public
 * advisory of a peer found.
 */
let stage: GuestStage;
let api: TestApi;

beforeAll(async () => {
  stage = await GuestStage.start();
  api = stage.api;
}, 90_000);
beforeEach(() => api.clock.set(testStart));
afterAll(() => stage.stop());

interface Held {
  readonly linkId: string;
  readonly token: string;
  readonly path: string;
}

const places: Readonly<Record<LinkPurpose, string>> = { invitation: 'i', delegation: 'd', meetings: 'r' };

function held(linkId: string | null, purpose: LinkPurpose): Held {
  const { pathname } = new URL(api.get(LinkService).urlOf(linkId ?? '', purpose));
  return { linkId: linkId ?? '', token: pathname.split('/').at(-1) ?? '', path: pathname };
}

async function oneOf(purpose: LinkPurpose): Promise<Held> {
  if (purpose === 'invitation') {
    const { email, invitation } = await stage.invited();
    // The worker is done with the row when its mail is out.
    await eventually(
      () => stage.mailsTo(email).length,
      (count) => count === 1,
    );
    return held(invitation.linkId, purpose);
  }
  const delegation = await aDelegation(api);
  if (purpose === 'delegation') return held(delegation.linkId, purpose);
  return held((await aParty(api, delegation.eventId)).linkId, purpose);
}

const purposes = Object.keys(places) as LinkPurpose[];
const entry = {
  do: 'agregar',
  'people.0.givenNames': 'Rosa',
  'people.0.familyNames': 'Quispe Mamani',
  'people.0.positionTitle': 'Alcaldesa',
};

/** What the database holds of all that a link can change; when it was last looked at is only noted. */
async function tables(): Promise<unknown> {
  const names = ['invitation', 'delegation', 'registration', 'signed_link', 'meeting_request', 'guest_session'];
  const row = "(to_jsonb(t) - 'last_opened_at')::text";
  const rows = names.map(
    (name) => `SELECT '${name}' AS name, md5(string_agg(${row}, '' ORDER BY ${row})) FROM ${name} t`,
  );
  return api.dataSource.query(rows.join(' UNION ALL '));
}

describe('a link of one purpose', () => {
  it.each(purposes)('opens its own page and no other: %s', async (purpose) => {
    const { token } = await oneOf(purpose);
    const opened: string[] = [];
    for (const [name, place] of Object.entries(places)) {
      if ((await visit(api.url, `/${place}/${token}`, new CookieJar())).status === 200) opened.push(name);
    }
    expect(opened).toEqual([purpose]);
    const others = [`/cuenta/${token}`, `/r/${token}/calendario.ics`];
    const statuses = await Promise.all(
      others.map(async (path) => (await visit(api.url, path, new CookieJar())).status),
    );
    expect(statuses).toEqual([404, purpose === 'meetings' ? 200 : 404]);
  });

  it.each(purposes)('changes nothing through the page of another: %s', async (purpose) => {
    const { token } = await oneOf(purpose);
    const before = await tables();
    for (const [name, place] of Object.entries(places)) {
      if (name === purpose) continue;
      const answer = await post(api.url, `/${place}/${token}`, { ...entry, id: newId() }, new CookieJar());
      expect(answer.status).toBe(404);
    }
    expect(await tables()).toEqual(before);
  });
});

describe('a link that is over', () => {
  const ends: [string, (link: Held) => Promise<void>][] = [
    ['revoked', ({ linkId }) => api.get(UnitOfWork).run((work) => api.get(LinkService).revoke(work, linkId))],
    ['expired', async () => api.clock.set(new Date('2026-06-06T14:00:00Z'))],
  ];

  it.each(ends)('opens nothing and does nothing, also in the browser that used it before: %s', async (_, end) => {
    for (const purpose of purposes) {
      const jar = new CookieJar();
      const link = await oneOf(purpose);
      expect((await post(api.url, link.path, { do: 'nada' }, jar)).status).toBeLessThan(400);
      expect((await visit(api.url, link.path, jar)).status).toBe(200);
      await end(link);
      const before = await tables();
      for (const browser of [jar, new CookieJar()]) {
        expect((await visit(api.url, link.path, browser)).status).toBe(410);
        expect((await post(api.url, link.path, entry, browser)).status).toBe(410);
      }
      expect(await tables()).toEqual(before);
      api.clock.set(testStart);
    }
  });

  it('opens nothing of a delegation that was closed', async () => {
    const delegation = await aDelegation(api);
    const { path } = held(delegation.linkId, 'delegation');
    expect((await visit(api.url, path, new CookieJar())).status).toBe(200);
    done(await api.get(DelegationService).close(theSystem, delegation.id));
    expect((await visit(api.url, path, new CookieJar())).status).toBe(410);
    expect((await post(api.url, path, entry, new CookieJar())).status).toBe(410);
  });
});

describe('a mail scanner', () => {
  it('that opens a link in every way it can uses nothing up and answers nothing', async () => {
    for (const purpose of purposes) {
      const link = await oneOf(purpose);
      const url = api.url + link.path;
      const before = await tables();
      for (const method of ['GET', 'HEAD', 'GET']) {
        expect((await fetch(url, { method })).status).toBe(200);
        for (const query of ['do=aceptar', 'do=declinar', 'do=enviar', 'do=retirar'])
          await fetch(`${url}?${query}`, { method });
      }
      expect(await tables()).toEqual(before);
      await post(
        api.url,
        link.path,
        { ...entry, do: purpose === 'invitation' ? 'aceptar' : 'agregar' },
        new CookieJar(),
      );
      expect(await tables()).not.toEqual(before);
    }
  });
});

describe('a mailed code', () => {
  const asked = async (email: string, jar = new CookieJar()) =>
    codeIn((await post(api.url, '/mi/entrar', { email }, jar)).location);
  const prove = (pedido: string, codigo: string, jar = new CookieJar()) =>
    post(api.url, '/mi/codigo', { pedido, codigo }, jar);

  it('lets in once, and not with the request of another code', async () => {
    const [mine, theirs] = [`${newId()}@muni.example`, `${newId()}@muni.example`];
    await stage.person(mine);
    await stage.person(theirs);
    const [own, other] = [await asked(mine), await asked(theirs)];
    expect((await prove(other, stage.codeOf(own))).status).toBe(422);
    expect((await prove(own, stage.codeOf(own))).location).toBe('/mi');
    expect((await prove(own, stage.codeOf(own))).status).toBe(422);
  });

  it('of one address opens no link of another', async () => {
    const { path } = await stage.invited();
    await post(api.url, path, { do: 'delegar' }, new CookieJar());
    const stranger = `${newId()}@muni.example`;
    await stage.person(stranger);
    const { jar } = await stage.signIn(stranger);
    expect((await visit(api.url, '/mi', jar)).status).toBe(200);
    expect((await visit(api.url, path, jar)).status).toBe(403);
    expect((await post(api.url, path, { do: 'aceptar' }, jar)).status).toBe(403);
  });

  it('is over once a newer session has ended: signing out leaves nothing to go back to', async () => {
    const email = `${newId()}@muni.example`;
    await stage.person(email);
    const { jar } = await stage.signIn(email);
    const stolen = jar.headerFor(api.url);
    await post(api.url, '/mi/salir', {}, jar);
    const answer = await fetch(`${api.url}/mi`, { headers: stolen, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mi/entrar']);
    api.clock.advance(minutes(1));
  });

  it('is in the mail to its one address, and in no page, header or address that asking for it shows', async () => {
    const email = `${newId()}@muni.example`;
    await stage.person(email);
    const response = await fetch(`${api.url}/mi/entrar`, {
      method: 'POST',
      body: new URLSearchParams({ email }),
      redirect: 'manual',
    });
    const pedido = codeIn(response.headers.get('location'));
    const page = await visit(api.url, `/mi/codigo?pedido=${pedido}`, new CookieJar());
    const shown = [await response.text(), ...response.headers.values(), page.html].join('\n');
    await eventually(
      () => stage.mailsTo(email).length,
      (count) => count === 1,
    );
    expect([shown.includes(stage.codeOf(pedido)), stage.mailsTo(email)[0].to]).toEqual([false, [email]]);
  });
});
