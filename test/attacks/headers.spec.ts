import { signedIn, testApi, type TestApi } from '#support';
import { statementsOf } from './statements.js';

/**
 * Browser-side walls of OWASP ASVS 5.0 (3.4.1-3.4.8, 14.2.2, 14.3.2): what is left when a script got in, as it did into
 * the settings of pretix, where its content security policy held (CVE-2024-8113, GHSA-45rp-q25w-4426).
 */
let api: TestApi;
let secure: TestApi;
let cookie: string;

beforeAll(async () => {
  api = await testApi();
  secure = await testApi({
    env: { PUBLIC_URL: 'https://encuentros.example', SECURITY_CONTACT: 'https://encuentros.example/seguridad' },
  });
  ({ cookie } = await signedIn(api));
});
afterAll(async () => {
  await api.close();
  await secure.close();
});

const pages = ['/', '/entrar', '/e/no-existe', '/d/falso', '/i/falso', '/r/falso', '/panel', '/graphiql', '/buzon'];

describe('every page', () => {
  it.each(pages)('carries the walls: %s', async (path) => {
    const { headers } = await fetch(`${api.url}${path}`, { headers: { cookie }, redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    expect({
      scripts: /script-src 'self'(;|$)/.test(policy),
      framed: /frame-ancestors 'none'/.test(policy),
      base: /base-uri 'none'/.test(policy),
      else: /default-src 'none'/.test(policy),
      sniff: headers.get('x-content-type-options'),
      referrer: headers.get('referrer-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      resource: headers.get('cross-origin-resource-policy'),
      camera: /camera=\(\)/.test(headers.get('permissions-policy') ?? ''),
      told: headers.get('x-powered-by') ?? headers.get('server'),
    }).toEqual({
      scripts: true,
      framed: true,
      base: true,
      else: true,
      sniff: 'nosniff',
      referrer: 'same-origin',
      opener: 'same-origin',
      resource: 'same-origin',
      camera: true,
      told: null,
    });
  });

  it('lets no style sheet hold but its own: by a nonce that is new each time, or by its hash where browsers keep it', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${api.url}${path}`)).headers.get('content-security-policy') ?? '';
    const [one, other] = [await policyOf('/entrar'), await policyOf('/entrar')];
    const nonce = /style-src-elem 'self' 'nonce-([\w+/=]{24})'/;
    expect([nonce.test(one), nonce.exec(one)?.[1] === nonce.exec(other)?.[1]]).toEqual([true, false]);
    const kept = await policyOf('/');
    expect([/style-src-elem 'self' 'sha256-[\w+/=]{44}'/.test(kept), kept === (await policyOf('/'))]).toEqual([
      true,
      true,
    ]);
  });

  it('that shows somebody’s data is kept by nobody', async () => {
    const kept = await Promise.all(
      ['/entrar', '/d/falso', '/i/falso', '/r/falso', '/graphiql'].map(async (path) =>
        (await fetch(`${api.url}${path}`, { headers: { cookie }, redirect: 'manual' })).headers.get('cache-control'),
      ),
    );
    expect(kept).toEqual(kept.map(() => 'no-store'));
  });

  it('over https is never asked for over http again', async () => {
    const { headers } = await fetch(`${secure.url}/`);
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect((await fetch(`${api.url}/`)).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('an answer of the API', () => {
  it('is kept by nobody', async () => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ me { name } }"}' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('security.txt', () => {
  it('tells to whom a hole is reported, and until when that holds', async () => {
    const text = await (await fetch(`${secure.url}/.well-known/security.txt`)).text();
    expect(text.split('\n')).toEqual([
      'Contact: https://encuentros.example/seguridad',
      'Expires: 2025-12-03T14:00:00.000Z',
      'Preferred-Languages: es, en',
      'Canonical: https://encuentros.example/.well-known/security.txt',
      '',
    ]);
  });
});

describe('a probe', () => {
  it('that asks whether the process lives asks the database nothing, whatever cookie it brings', async () => {
    const statements = await statementsOf(() => fetch(`${api.url}/health/live`, { headers: { cookie } }));
    expect(statements).toBe(0);
  });
});
