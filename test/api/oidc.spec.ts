import { AccountService } from '#identity';
import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { graphql, testApi, testPassword, testStart, type TestApi } from '#support';
import { LocalIssuer } from '../support/local-issuer.js';

let issuer: LocalIssuer;
let api: TestApi;

beforeAll(async () => {
  issuer = await LocalIssuer.start('http://localhost:3000/entrar/oidc/vuelta');
  api = await testApi({
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: LocalIssuer.clientId,
      OIDC_CLIENT_SECRET: LocalIssuer.clientSecret,
      OIDC_LABEL: 'Identidad de prueba',
    },
  });
});
beforeEach(() => api.clock.set(testStart));
afterAll(async () => {
  await api.close();
  await issuer.stop();
});

async function anAccount(): Promise<{ id: string; email: string }> {
  const email = `${newId()}@organiza.example`;
  const made = await api.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return { id: made.id, email };
}

const open = (path: string, cookie = '') =>
  fetch(`${api.url}${path}`, { headers: { cookie, 'accept-language': 'es' }, redirect: 'manual' });
const cookieIn = ({ headers }: Response, name: string): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .find((pair) => pair.startsWith(`${name}=`)) ?? '';

interface Journey {
  readonly cookie: string;
  /** Where the issuer sent the browser, on our site. */
  readonly back: string;
}

async function travel(name: string, to = '/panel/account'): Promise<Journey> {
  const departure = await open(`/entrar/oidc?to=${encodeURIComponent(to)}`);
  const back = new URL(await issuer.signIn(departure.headers.get('location') ?? '', name));
  return { cookie: cookieIn(departure, 'tinkuy-oidc'), back: back.pathname + back.search };
}

/** Who is signed in after the journey, or the first fault of the page. */
async function arrive({ cookie, back }: Journey): Promise<unknown> {
  const answer = await open(back, cookie);
  if (answer.status !== 303) return /<li>(.*?)<\/li>/.exec(await answer.text())?.[1];
  const { data } = await graphql<{ me: { accountId: string } }>(api.url, '{ me { accountId } }', {
    cookie: cookieIn(answer, 'tinkuy'),
  });
  return { accountId: data.me.accountId, to: answer.headers.get('location') };
}

const noAccount =
  'Identidad de prueba confirmó quién es usted, pero aquí no hay una cuenta activa con ese correo verificado. Pídala a quien administra.';
const failed = 'No se pudo entrar por Identidad de prueba. Inténtelo otra vez, o entre con su llave o su contraseña.';

describe('whom the issuer vouches for', () => {
  it('is let into the account that has their verified address, and led to where they were going', async () => {
    const { id, email } = await anAccount();
    issuer.people['rosa'] = { email: email.toUpperCase(), email_verified: true };
    expect(await arrive(await travel('rosa'))).toEqual({ accountId: id, to: '/panel/account' });
  });

  it('is known by their name there from then on, whatever their address becomes', async () => {
    const { id, email } = await anAccount();
    issuer.people['nelida'] = { email, email_verified: true };
    await arrive(await travel('nelida'));
    issuer.people['nelida'] = { email: 'otra@organiza.example', email_verified: false };
    expect(await arrive(await travel('nelida'))).toEqual({ accountId: id, to: '/panel/account' });
  });

  it.each([
    ['has not verified', { email_verified: false }],
    ['does not say to have verified', {}],
  ])('does not take over the account of an address that the issuer %s', async (_, claims) => {
    const { email } = await anAccount();
    issuer.people[`thief-${email}`] = { email, ...claims };
    expect(await arrive(await travel(`thief-${email}`))).toBe(noAccount);
  });

  it('does not take over an account that is linked to somebody else there', async () => {
    const { email } = await anAccount();
    issuer.people[`first-${email}`] = { email, email_verified: true };
    issuer.people[`second-${email}`] = { email, email_verified: true };
    await arrive(await travel(`first-${email}`));
    expect(await arrive(await travel(`second-${email}`))).toBe(noAccount);
  });

  it('gets no account by being vouched for, and none that is disabled', async () => {
    issuer.people['stranger'] = { email: 'nadie@organiza.example', email_verified: true };
    expect(await arrive(await travel('stranger'))).toBe(noAccount);
    const { id, email } = await anAccount();
    issuer.people[`gone-${email}`] = { email, email_verified: true };
    await arrive(await travel(`gone-${email}`));
    await api.get(AccountService).disable(theSystem, id);
    expect(await arrive(await travel(`gone-${email}`))).toBe(noAccount);
  });
});

describe('a journey to the issuer', () => {
  it('ends in the browser that began it, within ten minutes', async () => {
    const { email } = await anAccount();
    issuer.people[`slow-${email}`] = { email, email_verified: true };
    const mine = await travel(`slow-${email}`);
    const other = await travel(`slow-${email}`);
    expect(await arrive({ back: mine.back, cookie: other.cookie })).toBe(failed);
    expect(await arrive({ back: mine.back, cookie: '' })).toBe(failed);
    api.clock.advance(600_000);
    expect(await arrive(mine)).toBe(failed);
  });

  it('is made once: the same way back opens nothing again', async () => {
    const { id, email } = await anAccount();
    issuer.people[`twice-${email}`] = { email, email_verified: true };
    const journey = await travel(`twice-${email}`);
    expect(await arrive(journey)).toEqual({ accountId: id, to: '/panel/account' });
    expect(await arrive(journey)).toBe(failed);
  });

  it('leads to no other site', async () => {
    const { id, email } = await anAccount();
    issuer.people[`far-${email}`] = { email, email_verified: true };
    expect(await arrive(await travel(`far-${email}`, '//malo.example/x'))).toEqual({ accountId: id, to: '/panel' });
  });
});

it('without an issuer there is no such way in', async () => {
  const plain = await testApi();
  try {
    const page = await (await fetch(`${plain.url}/entrar`)).text();
    const answer = await fetch(`${plain.url}/entrar/oidc`, { redirect: 'manual' });
    expect([page.includes('/entrar/oidc'), answer.status]).toEqual([false, 422]);
  } finally {
    await plain.close();
  }
});
