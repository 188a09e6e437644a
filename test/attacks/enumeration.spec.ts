import { AccountService } from '#identity';
import { newId } from '#kernel';
import { PersonService } from '#people';
import { theSystem } from '#platform';
import { graphql, signedIn, testApi, testPassword, testStart, type TestApi } from '#support';
import { done } from '../factories/delegations.js';

/**
 * Who has an account is nobody's to ask, and nobody guesses on by writing an address in another way. Class «enumeration by body or time;
 * brute force through aliases» of the trust of this field's platforms; no public advisory of a peer found.
 */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.clock.set(testStart));
afterAll(() => api.close());

const disabled = async (): Promise<string> => {
  const { email, accountId } = await signedIn(api);
  await api.get(AccountService).disable(theSystem, accountId);
  return email;
};
const guest = async (): Promise<string> => {
  const email = `${newId()}@muni.example`;
  done(await api.get(PersonService).create(theSystem, { givenNames: 'Rosa', familyNames: 'Quispe', email }));
  return email;
};
const unknown = (): string => `${newId()}@nadie.example`;

/** All that a stranger can see of an answer, without what is different each time by chance or is the address itself. */
async function seen(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', body, redirect: 'manual' });
  const blind = (text: string): string =>
    Object.values(fields)
      .reduce((left, value) => left.replaceAll(value, '…'), text)
      .replace(/nonce(-|=")[\w+/=]+/g, 'nonce')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  const chance = ['date', 'x-request-id', 'content-length'];
  const headers = [...answer.headers].filter(([name]) => !chance.includes(name)).map(([, value]) => blind(value));
  return { status: answer.status, headers, body: blind(await answer.text()) };
}

describe('an address that has an account, one that had, and one that nobody has', () => {
  it.each([
    ['the sign-in', '/entrar', { password: 'not the password' }],
    ['the forgotten password', '/entrar/olvido', {}],
  ])('get the same answer from %s', async (_, path, more) => {
    const addresses = [(await signedIn(api)).email, await disabled(), unknown()];
    const answers = [];
    for (const email of addresses) answers.push(await seen(path, { email, ...more }));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each([
    ['the request of a code', '/mi/entrar'],
    ['the lost link', '/mi/enlace-perdido'],
  ])('get the same answer from %s', async (_, path) => {
    const answers = [];
    for (const email of [await guest(), unknown()]) answers.push(await seen(path, { email }));
    expect(answers[1]).toEqual(answers[0]);
  });

  it('would be told apart by this comparison, if one of them were let in', async () => {
    const { email } = await signedIn(api);
    const [right, wrong] = [
      await seen('/entrar', { email, password: testPassword }),
      await seen('/entrar', { email, password: 'not the password' }),
    ];
    expect(right).not.toEqual(wrong);
  });

  it('are no different to the API', async () => {
    const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Refusal { code message field } } }`;
    const answers = [];
    for (const email of [(await signedIn(api)).email, await disabled(), unknown()]) {
      const variables = { input: { email, password: 'not the password' } };
      const { status, data, errors } = await graphql(api.url, mutation, { variables });
      answers.push({ status, data, errors });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('do the same work: a wrong password of nobody is hashed as well', async () => {
    const { email } = await signedIn(api);
    const least = async (address: () => string) => {
      const times: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const from = performance.now();
        await seen('/entrar', { email: address(), password: 'not the password' });
        times.push(performance.now() - from);
      }
      return Math.min(...times);
    };
    const [known, nobody] = [await least(() => email), await least(unknown)];
    expect(nobody).toBeGreaterThan(known / 3);
  });

  it('are locked alike after too many guesses', async () => {
    const answers = [];
    for (const email of [(await signedIn(api)).email, unknown()]) {
      for (let n = 0; n < 10; n += 1) await seen('/entrar', { email, password: `guess ${n}` });
      answers.push(await seen('/entrar', { email, password: testPassword }));
    }
    expect([answers[0].status, answers[1]]).toEqual([429, answers[0]]);
  });
});

describe('guesses are counted one by one', () => {
  it('however the address is written, and whether they come by the page or the API', async () => {
    const { email } = await signedIn(api);
    const spellings = [email, email.toUpperCase(), ` ${email}`, `${email} `, `\t${email}`];
    for (const spelling of [...spellings, ...spellings]) {
      await seen('/entrar', { email: spelling, password: 'not the password' });
    }
    const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Refusal { code } } }`;
    const variables = { input: { email, password: testPassword } };
    const { data } = await graphql(api.url, mutation, { variables });
    expect(data).toEqual({ signIn: { code: 'TOO_MANY_ATTEMPTS' } });
  });

  it('and never by the dozen: a batch of operations is refused as a whole', async () => {
    const { email } = await signedIn(api);
    const query = `mutation { signIn(input: { email: "${email}", password: "x" }) { __typename } }`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(Array.from({ length: 20 }, () => ({ query })));
    const batch = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect([batch.status, (await batch.text()).includes('"data"')]).toEqual([400, false]);
    const right = await seen('/entrar', { email, password: testPassword });
    expect(right.status).toBe(303);
  });
});
