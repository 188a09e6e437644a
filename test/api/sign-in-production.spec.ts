import { AccountService } from '#identity';
import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { testApi, testPassword, testStart, type TestApi } from '#support';
import { Secret, TOTP } from 'otpauth';

const production = { TINKUY_MODE: 'production', PUBLIC_URL: 'https://encuentros.example' };

async function anAccount(api: TestApi): Promise<string> {
  const email = `${newId()}@organiza.example`;
  const made = await api.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return email;
}

function sender(api: TestApi) {
  return (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
}

const cookieIn = ({ headers }: Response, name: string): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .find((pair) => pair.startsWith(`${name}=`)) ?? '';

describe('in production, without a script', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi({ env: production });
  });
  beforeEach(() => api.clock.set(testStart));
  afterAll(() => api.close());

  it('a password alone opens only the set-up of an app, and its first code lets in', async () => {
    const send = sender(api);
    const email = await anAccount(api);
    const first = await send('/entrar', { email, password: testPassword });
    const pending = cookieIn(first, '__Host-tinkuy-paso');
    expect([first.headers.get('location'), cookieIn(first, '__Host-tinkuy')]).toEqual(['/entrar/configurar', '']);
    const inside = await fetch(`${api.url}/entrar/comprobar`, { headers: { cookie: pending }, redirect: 'manual' });
    expect(inside.status).toBe(403);
    const page = await (await fetch(`${api.url}/entrar/configurar`, { headers: { cookie: pending } })).text();
    const secret = (/<code class="key">([^<]+)</.exec(page)?.[1] ?? '').replace(/ /g, '');
    expect([secret.length, page.includes('<svg')]).toEqual([32, true]);
    expect((await send('/entrar/configurar', { code: '000000' }, pending)).status).toBe(422);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() });
    const codes = await send('/entrar/configurar', { code }, pending);
    const shown = [...(await codes.text()).matchAll(/<li>([A-Z2-9]{5}-[A-Z2-9]{5})<\/li>/g)];
    expect([shown.length, cookieIn(codes, '__Host-tinkuy').length]).toEqual([10, '__Host-tinkuy='.length + 43]);
    const again = await send('/entrar', { email, password: testPassword });
    expect(again.headers.get('location')).toBe('/entrar/codigo');
    const recovered = await send('/entrar/codigo', { code: shown[0][1] }, cookieIn(again, '__Host-tinkuy-paso'));
    expect([recovered.status, recovered.headers.get('location')]).toEqual([303, '/panel']);
  });
});

describe('in production where a second factor is optional', () => {
  it('whoever has none is let in, and led to where one is set up', async () => {
    const api = await testApi({ env: { ...production, SECOND_FACTOR: 'optional' } });
    try {
      const email = await anAccount(api);
      const answer = await sender(api)('/entrar', { email, password: testPassword });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/panel/account']);
    } finally {
      await api.close();
    }
  });
});
