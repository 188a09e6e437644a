import { eventually, graphql, startProduct, type Product } from '#support';
import { firstAdministrator } from '../journeys/encuentro.js';
import { Organiser } from '../journeys/organiser.js';

const me = '{ me { name } }';

describe('with two processes that answer', () => {
  let product: Product;
  let other: string;
  let administrator: Organiser;

  beforeAll(async () => {
    product = await startProduct();
    other = await product.anotherApi();
    administrator = await firstAdministrator(product);
  });
  afterAll(() => product?.stop());

  const isIn = async (url: string, cookie: string): Promise<boolean> =>
    (await graphql<{ me: unknown }>(url, me, { cookie })).data.me !== null;

  /** Somebody new, whose password was chosen by the mailed link that the mailbox of the tests shows. */
  async function colleague(): Promise<{ id: string; cookie: string }> {
    const email = 'colega@demo.example';
    const input = { email, name: 'Colega de prueba' };
    const { id } = await administrator.does<{ id: string }>(
      'createStaffAccount',
      { input: ['StaffAccountInput!', input] },
      'StaffAccount',
      'id',
    );
    const link = await eventually(linkInMailbox, (found) => found !== null);
    const password = 'las llamas bajan al alba';
    await fetch(product.url + link, { method: 'POST', body: new URLSearchParams({ password }), redirect: 'manual' });
    return { id, cookie: (await Organiser.signIn(other, email, password)).session };
  }

  async function linkInMailbox(): Promise<string | null> {
    const list = await (await fetch(`${product.url}/buzon`)).text();
    for (const [path] of list.matchAll(/\/buzon\/[0-9a-f-]{36}/g)) {
      const mail = await (await fetch(`${product.url}${path}/html`)).text();
      const link = /\/cuenta\/[\w-]{43}/.exec(mail)?.[0];
      if (link && mail.includes('Colega de prueba')) return link;
    }
    return null;
  }

  it('whoever is disabled at one is out at both at once, and so is a session that is ended', async () => {
    const { id, cookie } = await colleague();
    expect([await isIn(product.url, cookie), await isIn(other, cookie)]).toEqual([true, true]);
    await administrator.does('disableStaffAccount', { id: ['ID!', id] }, 'StaffAccount', 'id');
    // The very next request at either, well within the second that is promised: nothing has to travel first.
    expect([await isIn(other, cookie), await isIn(product.url, cookie)]).toEqual([false, false]);
    await administrator.does('enableStaffAccount', { id: ['ID!', id] }, 'StaffAccount', 'id');
    expect([await isIn(other, cookie), await isIn(product.url, cookie)]).toEqual([false, false]);
  });
});
