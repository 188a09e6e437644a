import { AccountService } from '#identity';
import { isRefusal, newId } from '#kernel';
import { theSystem } from '#platform';
import { eventually, graphql, signedIn, SmtpSink, testApi, testPassword, testStart, type TestApi } from '#support';
import { linkIn, Post } from '../journeys/post.js';

let api: TestApi;
let sink: SmtpSink;
let post: Post;

beforeAll(async () => {
  sink = await SmtpSink.start();
  post = new Post(sink);
  api = await testApi({ worker: true, env: { SMTP_URL: sink.url } });
});
beforeEach(() => api.clock.set(testStart));
afterAll(async () => {
  await api.close();
  await sink.stop();
});

const start = 'http://localhost:3000/cuenta/';
const pathOf = (link: string): string => new URL(link).pathname;
const send = (path: string, fields: Record<string, string>) =>
  fetch(`${api.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

const mailsOf = (email: string, count: number) =>
  eventually(
    () => post.mailsTo({ email }),
    ({ length }) => length >= count,
  );

/** The path of the link in the latest of so many mails. */
async function linkOf(email: string, count = 1): Promise<string> {
  const mails = await mailsOf(email, count);
  return pathOf(linkIn(mails[count - 1], start));
}

const signIn = async (email: string, password: string): Promise<number> =>
  (await send('/entrar', { email, password })).status;

async function invited(): Promise<{ email: string; id: string }> {
  const { cookie } = await signedIn(api, { isAdministrator: true });
  const email = `${newId()}@organiza.example`;
  const create = `mutation ($input: StaffAccountInput!) {
    createStaffAccount(input: $input) { ... on StaffAccount { id } ... on Refusal { code } }
  }`;
  const variables = { input: { email, name: 'Nélida Ticona' } };
  const { data } = await graphql<{ createStaffAccount: { id: string } }>(api.url, create, { cookie, variables });
  return { email, id: data.createStaffAccount.id };
}

describe('an invitation of staff', () => {
  const withdraw = async (id: string) => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const mutation = `mutation ($id: ID!) {
      answer: withdrawStaffInvitation(id: $id) { ... on StaffAccount { name } ... on Refusal { code } } }`;
    const { data } = await graphql<{ answer: object }>(api.url, mutation, { cookie, variables: { id } });
    return data.answer;
  };
  const unaccepted = async (email: string): Promise<boolean[]> => {
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const query = 'query ($search: String) { staffAccounts(search: $search) { edges { node { isUnaccepted } } } }';
    const { data } = await graphql<{ staffAccounts: { edges: { node: { isUnaccepted: boolean } }[] } }>(
      api.url,
      query,
      { cookie, variables: { search: email } },
    );
    return data.staffAccounts.edges.map(({ node }) => node.isUnaccepted);
  };

  it('that nobody accepted is withdrawn with its account: the link opens nothing, and the address is free again', async () => {
    const { email, id } = await invited();
    const link = await linkOf(email);
    expect([await unaccepted(email), await withdraw(id)]).toEqual([[true], { name: 'Nélida Ticona' }]);
    expect((await send(link, { password: 'las llamas bajan al alba' })).status).not.toBe(303);
    expect([await unaccepted(email), await signIn(email, 'las llamas bajan al alba')]).toEqual([[], 422]);
    const again = await api.get(AccountService).create(theSystem, { email, name: 'Nélida Ticona' });
    expect(isRefusal(again)).toBe(false);
  });

  it('that was accepted is not', async () => {
    const { email, id } = await invited();
    await send(await linkOf(email), { password: 'las llamas bajan al alba' });
    expect([await unaccepted(email), await withdraw(id)]).toEqual([[false], { code: 'ACCOUNT_ACCEPTED' }]);
  });
});

async function known(): Promise<string> {
  const email = `${newId()}@organiza.example`;
  const made = await api.get(AccountService).create(theSystem, { email, name: 'Rosa Quispe', password: testPassword });
  if (isRefusal(made)) throw new Error(made.code);
  return email;
}

describe('an invited member of staff', () => {
  it('chooses a password by a mailed link that serves once, and that no look uses up', async () => {
    const { email } = await invited();
    const link = await linkOf(email);
    for (let look = 0; look < 3; look += 1) expect((await fetch(api.url + link)).status).toBe(200);
    expect((await send(link, { password: 'corta' })).status).toBe(422);
    const chosen = await send(link, { password: 'las llamas bajan al alba' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/entrar?listo=1']);
    expect(await signIn(email, 'las llamas bajan al alba')).toBe(303);
    expect([
      (await fetch(api.url + link)).status,
      (await send(link, { password: 'otra frase bien larga' })).status,
    ]).toEqual([404, 404]);
    expect(await signIn(email, 'otra frase bien larga')).toBe(422);
    const [, notice] = await mailsOf(email, 2);
    expect(notice.subject).toBe('Su contraseña de Tinkuy cambió');
  });

  it('gets the notice that the password changed in the language in which they last came in', async () => {
    const { email } = await invited();
    const link = await linkOf(email);
    await send(`${link}?lang=en`, { password: 'las llamas bajan al alba' });
    const [, english] = await mailsOf(email, 2);
    await send('/entrar?lang=es', { email, password: 'las llamas bajan al alba' });
    const { cookie } = await signedIn(api, { isAdministrator: true });
    const again = 'mutation ($id: ID!) { inviteStaffAgain(id: $id) { __typename } }';
    const [{ id }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]);
    await graphql(api.url, again, { cookie, variables: { id } });
    const [, , invitation] = await mailsOf(email, 3);
    expect([english.subject, invitation.subject]).toEqual(['Your password of Tinkuy changed', 'Su cuenta de Tinkuy']);
  });

  it('that ten browsers use at once lets one choose', async () => {
    const { email } = await invited();
    const link = await linkOf(email);
    const passwords = Array.from({ length: 10 }, (_, n) => `frase numero ${n} bien larga`);
    const answers = await Promise.all(passwords.map(async (password) => (await send(link, { password })).status));
    expect(answers.filter((status) => status === 303).length).toBe(1);
  });

  it('has no link after seven days, nor by an older one', async () => {
    const { email, id } = await invited();
    const old = await linkOf(email);
    const { cookie } = await signedIn(api, { isAdministrator: true });
    await graphql(api.url, 'mutation ($id: ID!) { inviteStaffAgain(id: $id) { __typename } }', {
      cookie,
      variables: { id },
    });
    const fresh = await linkOf(email, 2);
    expect([(await fetch(api.url + old)).status, (await fetch(api.url + fresh)).status]).toEqual([404, 200]);
    api.clock.advance(7 * 24 * 3_600_000);
    expect((await fetch(api.url + fresh)).status).toBe(404);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a mailed link, which ends every session', async () => {
    const email = await known();
    await send('/entrar/olvido', { email: email.toUpperCase() });
    const link = await linkOf(email);
    expect((await send(link, { password: 'las llamas bajan al alba' })).status).toBe(303);
    expect([await signIn(email, testPassword), await signIn(email, 'las llamas bajan al alba')]).toEqual([422, 303]);
    const live = await api.dataSource.query<object[]>(
      `SELECT 1 FROM staff_session JOIN account ON account.id = account_id WHERE email = $1 AND revoked_at IS NULL`,
      [email],
    );
    expect(live.length).toBe(1);
  });

  it('is answered alike for an address without an account, which gets no mail', async () => {
    const [email, stranger] = [await known(), `${newId()}@organiza.example`];
    const answers = [];
    for (const address of [stranger, email]) {
      const { status, headers } = await send('/entrar/olvido', { email: address });
      answers.push([status, headers.get('location')]);
    }
    expect(answers).toEqual([
      [303, '/entrar/olvido?enviado=1'],
      [303, '/entrar/olvido?enviado=1'],
    ]);
    await linkOf(email);
    const waiting = () => api.dataSource.query<object[]>('SELECT 1 FROM recovery_request');
    await eventually(waiting, ({ length }) => length === 0);
    expect((await post.mailsTo({ email: stranger })).length).toBe(0);
  });

  it('is asked for ten times at most, and none of the links is stored', async () => {
    const email = await known();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await send('/entrar/olvido', { email })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(303), 429]);
    const token = (await linkOf(email)).split('/')[2];
    const rows = [
      ...(await api.dataSource.query<object[]>('SELECT * FROM account_link')),
      ...(await api.dataSource.query<object[]>('SELECT * FROM message')),
    ];
    expect(rows.filter((row) => JSON.stringify(row).includes(token))).toEqual([]);
  });
});
