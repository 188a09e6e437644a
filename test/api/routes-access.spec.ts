import { satisfies, type Viewer } from '#platform';
import { newId } from '#kernel';
import { routesOf, signedIn, testApi, type TestApi } from '#support';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** The path with something in the place of each of its words. */
const filled = (path: string): string => path.replace(/:\w+(\([^)]*\))?/g, newId()).replace(/\*\w*/g, 'nada');

describe('every route of pages and files', () => {
  it('states its rule', () => {
    const all = routesOf(api);
    expect(all.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it('lets in whom its rule lets in, and nobody else', async () => {
    const { cookie } = await signedIn(api);
    const anyone = { language: 'es', requestId: 'test' } as const;
    const kinds = [
      { kind: 'anonymous', headers: {} },
      { kind: 'staff', headers: { cookie } },
    ] as const;
    const wrong: string[] = [];
    for (const { name, method, path, rule } of routesOf(api)) {
      for (const { kind, headers } of kinds) {
        const isWelcome = rule !== undefined && satisfies({ ...anyone, kind } as Viewer, rule);
        const { status, headers: given } = await fetch(`${api.url}${filled(path)}`, {
          method,
          headers,
          redirect: 'manual',
        });
        const toSignIn = given.get('location')?.startsWith('/entrar') ?? false;
        const isShut = status === 401 || status === 403 || toSignIn;
        if (status >= 500 || (!isWelcome && !isShut)) wrong.push(`${name} ${method} ${path}: ${status} to ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
