import { CuttableWire, eventually, startProduct, type Product } from '#support';
import { firstAdministrator } from '../journeys/encuentro.js';
import type { Organiser } from '../journeys/organiser.js';

const away = 10_000;

describe('while the database is away for ten seconds', () => {
  let product: Product;
  let wire: CuttableWire;
  let organiser: Organiser;
  const acknowledged: string[] = [];
  let tried = 0;

  const ready = async () => (await fetch(`${product.url}/health/ready`)).status;
  const live = async () => (await fetch(`${product.url}/health/live`)).status;

  /** Adds one more institution; an error is an honest answer, and leaves nothing acknowledged. */
  const add = async (): Promise<void> => {
    const name = `Municipalidad ${(tried += 1)} (demo)`;
    const input = { name, kind: 'municipality', country: 'PE' };
    try {
      await organiser.does('createInstitution', { input: ['InstitutionInput!', input] }, 'Institution', 'id');
      acknowledged.push(name);
    } catch (error) {
      expect(String(error)).toMatch(/INTERNAL_SERVER_ERROR|UNAUTHENTICATED|FORBIDDEN/);
    }
  };

  beforeAll(async () => {
    product = await startProduct({
      through: async (url) => {
        wire = await CuttableWire.to(url);
        return wire.url;
      },
    });
    organiser = await firstAdministrator(product);
  });
  afterAll(async () => {
    await product?.stop();
    await wire?.remove();
  });

  it('both processes live, readiness tells, and all comes back by itself', async () => {
    expect([await live(), await ready()]).toEqual([200, 200]);
    await Promise.all([add(), add(), add()]);
    const underWay = [add(), add(), add(), add()];
    wire.cut();
    const cutAt = performance.now();
    await Promise.all(underWay);
    await eventually(ready, (status) => status === 503);
    while (performance.now() - cutAt < away) {
      // Asked all the while, ten times a second: it must neither die nor lie.
      expect([await live(), await ready()]).toEqual([200, 503]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    wire.mend();
    await eventually(ready, (status) => status === 200);
    await add();
    expect([product.api.exitCode, product.worker?.exitCode]).toEqual([null, null]);
  });

  it('nothing that was acknowledged is lost', async () => {
    type Answer = { institutions: { edges: { node: { name: string } }[] } };
    const query = '{ institutions(search: "municipalidad", first: 50) { edges { node { name } } } }';
    const { institutions } = await organiser.asks<Answer>(query);
    const kept = institutions.edges.map(({ node }) => node.name);
    expect(acknowledged.length).toBeGreaterThanOrEqual(4);
    expect(acknowledged.filter((name) => !kept.includes(name))).toEqual([]);
  });
});
