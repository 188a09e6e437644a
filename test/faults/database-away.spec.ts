import { CuttableWire, eventually, graphql, startProduct, type Product } from '#support';

describe('while the database is away for ten seconds', () => {
  let product: Product;
  let wire: CuttableWire;

  const ready = async () => (await fetch(`${product.url}/health/ready`)).status;
  const live = async () => (await fetch(`${product.url}/health/live`)).status;

  beforeAll(async () => {
    product = await startProduct({
      through: async (url) => {
        wire = await CuttableWire.to(url);
        return wire.url;
      },
    });
  });
  afterAll(async () => {
    await product?.stop();
    await wire?.remove();
  });

  it('both processes live, readiness tells, and all comes back by itself', async () => {
    expect([await live(), await ready()]).toEqual([200, 200]);
    wire.cut();
    const cutAt = performance.now();
    await eventually(ready, (status) => status === 503);
    while (performance.now() - cutAt < 10_000) {
      // Asked all the while: it must neither die nor lie.
      expect([await live(), await ready()]).toEqual([200, 503]);
    }
    wire.mend();
    await eventually(ready, (status) => status === 200);
    expect([product.api.exitCode, product.worker.exitCode]).toEqual([null, null]);
    const answer = await graphql<{ currentTime: string }>(product.url, '{ currentTime }');
    expect(answer.errors).toBeUndefined();
  });
});
