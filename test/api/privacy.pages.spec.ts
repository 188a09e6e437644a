import { newId } from '#kernel';
import { testStart, eventually, signedIn, graphql, type TestApi } from '#support';
import { GuestStage } from '../factories/guests.js';
import { post, textOf, visit } from '../factories/pages.js';

const answer = `mutation ($id: ID!, $input: PrivacyAnswerInput!) {
  answerPrivacyRequest(id: $id, input: $input) { ... on PrivacyRequest { state answer } ... on Refusal { code } }
}`;
const requests = '{ privacyRequests(state: open) { edges { node { id kind words dueOn person { fullName } } } } }';

interface Requests {
  privacyRequests: { edges: { node: { id: string; kind: string; words: string; dueOn: string; person: object } }[] };
}

describe('one’s own data', () => {
  let stage: GuestStage;
  let api: TestApi;

  beforeAll(async () => {
    stage = await GuestStage.start();
    api = stage.api;
  }, 90_000);
  beforeEach(() => api.clock.set(testStart));
  afterAll(() => stage.stop());

  it('are shown to nobody who did not prove who they are', async () => {
    expect((await visit(api.url, '/mi/datos')).location).toBe('/mi/entrar');
    expect((await post(api.url, '/mi/datos/copia', {})).location).toBe('/mi/entrar');
  });

  it('are shown and copied whole, and those of nobody else', async () => {
    const { email, event } = await stage.invited();
    const other = await stage.invited();
    const { jar } = await stage.signIn(email);
    const page = await visit(api.url, '/mi/datos', jar);
    expect(page.status).toBe(200);
    const text = textOf(page.html);
    for (const part of [email, 'Huamán Ccopa', event.name]) expect(text.includes(part) ? part : text).toBe(part);
    expect(page.html.includes(other.email)).toBe(false);
    const copied = await post(api.url, '/mi/datos/copia', {}, jar);
    const copy = JSON.parse(copied.html) as { sections: Record<string, { email?: string }[]> };
    expect([copied.status, copy.sections['person'].map((row) => row.email)]).toEqual([200, [email]]);
    expect(Object.keys(copy.sections).sort()).toEqual(['invitation', 'message', 'person', 'signed_link']);
    expect(copied.html.includes(other.email)).toBe(false);
  });

  it('are used for what was allowed, with the text that was read, until it is withdrawn', async () => {
    const { email, invitation } = await stage.invited();
    const { jar } = await stage.signIn(email);
    for (let tap = 0; tap < 2; tap += 1)
      await post(api.url, '/mi/datos?lang=en', { do: 'permitir', para: 'photos' }, jar);
    await post(api.url, '/mi/datos', { do: 'permitir', para: 'todo' }, jar);
    api.clock.advance(60_000);
    expect((await post(api.url, '/mi/datos', { do: 'retirar', para: 'photos' }, jar)).status).toBe(303);
    const rows = await api.dataSource.query<object[]>(
      'SELECT purpose, text_version, language, given_at, given_on, withdrawn_at, withdrawn_on FROM consent WHERE person_id = $1',
      [invitation.personId],
    );
    const withdrawnAt = new Date(testStart.getTime() + 60_000);
    const given = { purpose: 'photos', text_version: 1, language: 'en', given_at: testStart, given_on: 'my_data' };
    expect(rows).toEqual([{ ...given, withdrawn_at: withdrawnAt, withdrawn_on: 'my_data' }]);
  });

  it('may be asked about; staff answer in time, and a granted cancellation erases', async () => {
    const { email, event, invitation } = await stage.invited();
    const { jar } = await stage.signIn(email);
    const typed = { do: 'pedir', derecho: 'cancellation', palabras: 'Ya no participo.' };
    const bad = await post(api.url, '/mi/datos', { ...typed, derecho: '' }, jar);
    expect([bad.status, bad.html.includes('Ya no participo.')]).toEqual([422, true]);
    expect((await post(api.url, '/mi/datos', typed, jar)).location).toBe('/mi/datos?hecho=pedido');
    expect((await post(api.url, '/mi/datos', typed, jar)).status).toBe(422);
    const staff = await signedIn(api, { roles: { [event.id]: 'organiser' } });
    const { cookie } = staff;
    const open = (await graphql<Requests>(api.url, requests, { cookie })).data.privacyRequests;
    const mine = open.edges.map(({ node }) => node).find(({ words }) => words === 'Ya no participo.');
    expect(mine).toMatchObject({
      kind: 'cancellation',
      dueOn: '2025-06-20',
      person: { fullName: 'Julián Huamán Ccopa' },
    });
    const reader = await signedIn(api, { roles: { [event.id]: 'reader' } });
    const input = { granted: true, answer: 'Borramos sus datos.' };
    const variables = { id: mine?.id ?? newId(), input };
    expect((await graphql(api.url, answer, { cookie: reader.cookie, variables })).errors?.[0].extensions.code).toBe(
      'FORBIDDEN',
    );
    const answered = await graphql<{ answerPrivacyRequest: object }>(api.url, answer, { cookie, variables });
    expect(answered.data.answerPrivacyRequest).toEqual({ state: 'granted', answer: 'Borramos sus datos.' });
    const again = await graphql<{ answerPrivacyRequest: object }>(api.url, answer, { cookie, variables });
    expect(again.data.answerPrivacyRequest).toEqual({ code: 'PRIVACY_REQUEST_ANSWERED' });
    await eventually(
      () =>
        api.dataSource.query<{ email: string | null }[]>('SELECT email FROM person WHERE id = $1', [
          invitation.personId,
        ]),
      ([row]) => row.email === null,
    );
    expect((await visit(api.url, '/mi', jar)).location).toBe('/mi/entrar');
  });

  it('are not an assistant’s to see', async () => {
    const { email } = await stage.invited();
    const { jar: minister } = await stage.signIn(email);
    const assistant = `${newId()}@ministerio.example`;
    const typed = { do: 'permitir', nombre: 'Nélida Ticona', correo: assistant, hasta: '2025-06-20' };
    await post(api.url, '/mi/asistentes', typed, minister);
    const { jar } = await stage.signIn(assistant);
    expect((await visit(api.url, '/mi/datos', jar)).status).toBe(403);
    expect((await post(api.url, '/mi/datos/copia', {}, jar)).status).toBe(403);
  });
});
