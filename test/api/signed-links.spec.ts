import { LinkService } from '#identity';
import { newId } from '#kernel';
import { UnitOfWork, type LinkPurpose } from '#platform';
import { graphql, testApi, testStart, type TestApi } from '#support';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

describe('a party that comes by its signed link', () => {
  const expiresAt = new Date('2025-06-20T14:00:00Z');

  async function link(purpose: LinkPurpose = 'delegation'): Promise<{ linkId: string; token: string }> {
    const links = api.get(LinkService);
    const draft = { purpose, eventId: newId(), subjectId: newId(), personId: null, expiresAt };
    const { linkId } = await api.get(UnitOfWork).run((work) => links.issue(work, draft));
    return { linkId, token: links.urlOf(linkId, purpose).split('/').slice(-1)[0] };
  }

  const ask = async (token: string) => {
    const { status, data, errors } = await graphql(api.url, '{ me { name } }', { link: token });
    return { status, data, errors: errors?.map(({ message, extensions }) => [extensions.code, message]) };
  };

  afterEach(() => api.clock.set(testStart));

  it('is nobody of staff', async () => {
    const { token } = await link();
    expect(await ask(token)).toEqual({ status: 200, data: { me: null }, errors: undefined });
    const staffOnly = await graphql(api.url, '{ persons { totalCount } }', { link: token });
    expect(staffOnly.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('may come again: asking uses nothing up', async () => {
    const { token } = await link();
    expect([(await ask(token)).status, (await ask(token)).status]).toEqual([200, 200]);
  });

  it('is told what is wrong with the link, and what to do', async () => {
    const [expired, revoked, replaced] = [await link(), await link(), await link()];
    const links = api.get(LinkService);
    await api.get(UnitOfWork).run((work) => links.revoke(work, revoked.linkId));
    await api.get(UnitOfWork).run((work) => links.replace(work, replaced.linkId, expiresAt));
    api.clock.set(expiresAt);
    const answers = [];
    for (const token of [expired.token, revoked.token, replaced.token, 'nobody-issued-this'])
      answers.push(await ask(token));
    expect(answers.map(({ status, errors }) => [status, errors?.[0]])).toEqual([
      [401, ['UNAUTHENTICATED', 'Este enlace venció. Pida otro a la organización del evento.']],
      [401, ['UNAUTHENTICATED', 'Este enlace fue anulado por la organización. Si lo necesita todavía, pida otro.']],
      [
        401,
        [
          'UNAUTHENTICATED',
          'Este enlace fue reemplazado por uno más reciente. Ábralo desde el último correo que recibió.',
        ],
      ],
      [
        401,
        [
          'UNAUTHENTICATED',
          'Este enlace no es válido. Ábralo de nuevo desde el correo, completo, o pida otro a la organización.',
        ],
      ],
    ]);
  });
});
