import { routesOf, testApi, type TestApi } from '#support';
import { routeOf } from './screens.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** What is answered with no page of ours to look at, and why. */
const noPages: Readonly<Record<string, string>> = {
  '/.well-known/security.txt': 'plain text',
  '/health/live': 'for the machinery',
  '/health/ready': 'for the machinery',
  '/assets/:name': 'files',
  '/imports/:kind/:file': 'sheets',
  '/exports/:file': 'sheets',
  '/r/:token/calendario.ics': 'a calendar',
  '/buzon/:id/raw': 'the mail as it was sent',
  '/entrar/oidc': 'leads to the issuer',
  '/entrar/oidc/vuelta': 'leads into the panel; a refusal is the sign-in page',
  '/panel/assets/:file': 'files',
  '/panel': 'its screens have a walk of their own, panel.spec.ts',
  '/panel/*': 'its screens have a walk of their own, panel.spec.ts',
  '/graphiql': "another house's tool, for developers",
};

/** Routes that are looked at and answered by no walk over the pages. */
function unwalked(paths: readonly string[]): string[] {
  const walked = new Set<string>(Object.values(routeOf));
  return paths.filter((path) => !walked.has(path) && !(path in noPages));
}

const looked = () => routesOf(api).flatMap(({ method, path }) => (method === 'GET' ? [path] : []));

describe('the walk over the pages', () => {
  it('comes to every route that is a page', () => {
    expect(unwalked(looked())).toEqual([]);
    expect(looked().length).toBeGreaterThan(30);
  });

  it('misses a page that nobody added to it', () => {
    expect(unwalked([...looked(), '/mi/nueva'])).toEqual(['/mi/nueva']);
  });

  it('excuses no route that is gone', () => {
    const paths = looked();
    expect(Object.keys(noPages).filter((path) => !paths.includes(path))).toEqual([]);
  });
});
