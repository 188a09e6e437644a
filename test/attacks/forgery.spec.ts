import { LinkService } from '#identity';
import { newId } from '#kernel';
import { eventually, graphql, signedIn, testPassword, type TestApi } from '#support';
import { request } from 'node:http';
import { aDelegation } from '../factories/delegations.js';
import { GuestStage } from '../factories/guests.js';
import { aParty } from '../factories/meetings.js';
import { post } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';
import { routesOf } from '../support/routes.js';

/**
 * Requests that another site makes somebody's browser send, and hosts that a request makes up: pretix let a program be authorised from a
 * session that was signed out (CVE-2023-27891); Indico mailed links to reset a password with the host of the request (GHSA-wgpj-7c2j-vfjm).
 */
let stage: GuestStage;
let api: TestApi;

beforeAll(async () => {
  stage = await GuestStage.start();
  api = stage.api;
}, 90_000);
afterAll(() => stage.stop());

/** The path of every route that takes a POST, with something in the place of its words. */
function posts(): string[] {
  const routes = routesOf(api).filter(({ method }) => method === 'POST');
  return routes.map(({ path }) => path.replace(/:\w+/g, newId()));
}

describe('a form of another site', () => {
  it.each([
    ['as older browsers say it', { origin: 'https://malo.example' }],
    ['as browsers say it', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://otro.localhost:3000' }],
    ['that hides where it is', { origin: 'null' }],
  ])('is refused by every page that takes one, %s', async (_, headers) => {
    const { cookie } = await signedIn(api);
    const paths = posts();
    const taken: string[] = [];
    for (const path of paths) {
      const body = new URLSearchParams({ do: 'aceptar' });
      const given = { ...headers, cookie } as Record<string, string>;
      const answer = await fetch(api.url + path, { method: 'POST', body, redirect: 'manual', headers: given });
      if (answer.status !== 403 || answer.headers.getSetCookie().length > 0) taken.push(path);
    }
    expect(taken).toEqual([]);
    expect(paths.length).toBeGreaterThan(18);
  });

  it('would be taken, if it were ours: the same forms of our own pages are', async () => {
    const { email } = await signedIn(api);
    const headers = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
    const statuses = await Promise.all(
      ['/entrar', '/entrar/olvido', '/mi/entrar', '/mi/enlace-perdido'].map(async (path) => {
        const body = new URLSearchParams({ email, password: testPassword });
        return (await fetch(api.url + path, { method: 'POST', body, redirect: 'manual', headers })).status;
      }),
    );
    expect(statuses).toEqual([303, 303, 303, 303]);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;application/json',
    '',
  ])('does nothing in the API, whatever its content is called: %j', async (type) => {
    const { cookie } = await signedIn(api);
    const body = new TextEncoder().encode('{"query":"mutation { signOut }"}');
    const headers: Record<string, string> = type ? { cookie, 'content-type': type } : { cookie };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect([answer.status >= 400, answer.status < 500]).toEqual([true, true]);
    const { data } = await graphql<{ me: unknown }>(api.url, '{ me { name } }', { cookie });
    expect(data.me).toEqual({ name: 'Personal de prueba' });
    await graphql(api.url, 'mutation { signOut }', { cookie });
    expect((await graphql<{ me: unknown }>(api.url, '{ me { name } }', { cookie })).data.me).toBeNull();
  });

  it('is told by no answer that it may read it', async () => {
    for (const path of ['/', '/graphql', '/entrar', '/exports/events.csv']) {
      const headers = { origin: 'https://malo.example', 'access-control-request-method': 'POST' };
      const asked = await fetch(api.url + path, { method: 'OPTIONS', headers });
      const got = await fetch(api.url + path, { headers });
      const allowed = [asked, got].map((answer) => answer.headers.get('access-control-allow-origin'));
      expect([path, ...allowed]).toEqual([path, null, null]);
    }
  });
});

describe('the host of a request', () => {
  /** As a client that writes its own Host header, which fetch does not let one do. */
  function posted(path: string, fields: Record<string, string>): Promise<{ status: number; location: string }> {
    const body = new URLSearchParams(fields).toString();
    const headers = {
      host: 'malo.example',
      'x-forwarded-host': 'malo.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=malo.example;proto=https',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${api.url}${path}`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' });
      });
      sent.once('error', reject).end(body);
    });
  }

  it('stands in no mailed link and no redirect', async () => {
    const { email } = await signedIn(api);
    const { email: guest } = await stage.invited();
    const answers = [
      await posted('/entrar/olvido', { email }),
      await posted('/mi/enlace-perdido', { email: guest }),
      await posted('/mi/entrar', { email: guest }),
      await posted('/entrar', { email, password: testPassword }),
    ];
    expect(answers.map(({ status, location }) => [status, location.startsWith('/')])).toEqual(
      answers.map(() => [303, true]),
    );
    await eventually(
      () => [stage.mailsTo(email).length, stage.mailsTo(guest).length],
      ([staff, invited]) => staff >= 1 && invited >= 3,
    );
    const raw = stage.sink.mails.map((mail) => mail.raw.toString().replace(/=\r\n/g, '')).join('\n');
    expect([raw.includes('malo.example'), raw.includes('http://localhost:3000/cuenta/')]).toEqual([false, true]);
  });
});

describe('an address to go on to', () => {
  it.each(['https://malo.example/', '//malo.example', '/\\malo.example', 'javascript:alert(1)'])(
    'is a page of ours wherever a page takes one: %j',
    async (to) => {
      const { cookie } = await signedIn(api);
      const headers = { cookie };
      const query = new URLSearchParams({ to, volver: to, next: to, return: to, camino: to, lang: to });
      const fields = new URLSearchParams({ ...Object.fromEntries(query), password: testPassword });
      const paths = [
        '/entrar',
        '/entrar/comprobar',
        '/salir',
        '/mi/enlace',
        '/mi/salir',
        '/mi/codigo',
        '/entrar/codigo',
        '/entrar/configurar',
      ];
      for (const path of paths) {
        for (const method of ['GET', 'POST']) {
          const body = method === 'POST' ? fields : undefined;
          const answer = await fetch(`${api.url}${path}?${query}`, { method, body, headers, redirect: 'manual' });
          const next = new URL(answer.headers.get('location') ?? '/', 'http://aqui.example');
          const html = await answer.text();
          const leads = /(href|action)="(javascript:|https?:\/\/malo|\/[\\/]|[\\/]{2})/.test(html);
          expect([path, method, next.host, answer.status < 500, leads]).toEqual([
            path,
            method,
            'aqui.example',
            true,
            false,
          ]);
        }
      }
    },
  );
});

describe('a page with somebody’s data', () => {
  it('is kept by no browser and no proxy, whoever opens it', async () => {
    const delegation = await aDelegation(api);
    const party = await aParty(api, delegation.eventId);
    const path = (linkId: string | null, purpose: 'delegation' | 'meetings') =>
      new URL(api.get(LinkService).urlOf(linkId ?? '', purpose)).pathname;
    const { email, path: invitation } = await stage.invited();
    const { jar } = await stage.signIn(email);
    const meetings = path(party.linkId, 'meetings');
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const open = [path(delegation.linkId, 'delegation'), meetings, `${meetings}/calendario.ics`, invitation];
    const own = ['/mi', '/mi/datos', '/mi/asistentes'];
    const staff = ['/exports/persons.csv', '/exports/events.xlsx', '/entrar/comprobar'];
    const asked: [string, Record<string, string>][] = [
      ...open.map((one): [string, Record<string, string>] => [one, {}]),
      ...own.map((one): [string, Record<string, string>] => [one, jar.headerFor(api.url)]),
      ...staff.map((one): [string, Record<string, string>] => [one, { cookie }]),
    ];
    for (const [page, headers] of asked) {
      // Programs ask for a calendar again and again: theirs alone may keep it, and asks each time whether it is still the same.
      const rule = page.endsWith('.ics') ? 'private, no-cache' : 'no-store';
      const answer = await fetch(api.url + page, { headers, redirect: 'manual' });
      expect([page, answer.status, answer.headers.get('cache-control')]).toEqual([page, 200, rule]);
      await answer.arrayBuffer();
    }
    const copy = await post(api.url, '/mi/datos/copia', {}, new CookieJar());
    expect([copy.status, copy.location?.startsWith('/mi/entrar')]).toEqual([303, true]);
  });
});
