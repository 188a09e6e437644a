import { isRefusal, newId } from '#kernel';
import { LinkResolver, NotFound, UnitOfWork, type LinkPurpose, type Work } from '#platform';
import { anonymous, testApp, testStart, type TestApp } from '#support';
import { LinkService } from './link.service.js';

let app: TestApp;
let links: LinkService;

beforeAll(async () => {
  app = await testApp();
  links = app.get(LinkService);
});
beforeEach(() => app.clock.set(testStart));
afterAll(() => app.close());

const [eventId, subjectId] = [newId(), newId()];
const expiresAt = new Date('2025-06-20T14:00:00Z');
const inWork = <T>(body: (work: Work) => Promise<T>): Promise<T> => app.get(UnitOfWork).run(body);

async function issued(purpose: LinkPurpose = 'delegation'): Promise<{ linkId: string; url: string; token: string }> {
  const draft = { purpose, eventId, subjectId, personId: newId(), expiresAt };
  const { linkId } = await inWork((work) => links.issue(work, draft));
  const url = app.get(LinkResolver).urlOf(linkId, purpose);
  return { linkId, url, token: url.slice(url.lastIndexOf('/') + 1) };
}

async function opened(token: string, purpose?: LinkPurpose): Promise<string> {
  const answer = await links.open(token, { ...anonymous, purpose });
  return isRefusal(answer) ? answer.code : answer.linkId;
}

const lastOpenedAt = async (linkId: string): Promise<Date | null> => {
  const [row] = await app.dataSource.query<{ at: Date | null }[]>(
    'SELECT last_opened_at AS at FROM signed_link WHERE id = $1',
    [linkId],
  );
  return row.at;
};

describe('a signed link', () => {
  it.each([
    ['delegation', 'd'],
    ['invitation', 'i'],
    ['meetings', 'r'],
  ] as const)('to a %s has its own path and the same address each time', async (purpose, path) => {
    const { linkId, url } = await issued(purpose);
    expect(url.replace(/[\w-]{43}$/, 'TOKEN')).toBe(`http://localhost:3000/${path}/TOKEN`);
    expect(links.urlOf(linkId, purpose)).toBe(url);
  });

  it('makes its holder a viewer of that one row', async () => {
    const { linkId, token } = await issued();
    expect(await links.open(token, { ...anonymous, language: 'en' })).toEqual({
      kind: 'link',
      linkId,
      purpose: 'delegation',
      eventId,
      subjectId,
      language: 'en',
      requestId: 'test',
    });
  });

  it('opens as often as one likes: a mail scanner must not use it up', async () => {
    const { linkId, token } = await issued();
    expect([await opened(token), await opened(token), await opened(token)]).toEqual([linkId, linkId, linkId]);
  });

  it('notes when it was opened last', async () => {
    const { linkId, token } = await issued();
    expect(await lastOpenedAt(linkId)).toBeNull();
    await opened(token);
    expect(await lastOpenedAt(linkId)).toEqual(testStart);
    app.clock.advance(60_000);
    await opened(token);
    expect(await lastOpenedAt(linkId)).toEqual(new Date(testStart.getTime() + 60_000));
  });

  it('expires by the clock', async () => {
    const { linkId, token } = await issued();
    app.clock.set(new Date(expiresAt.getTime() - 1));
    expect(await opened(token)).toBe(linkId);
    app.clock.set(expiresAt);
    expect(await opened(token)).toBe('LINK_EXPIRED');
  });

  it('opens nothing once it is revoked', async () => {
    const { linkId, token } = await issued();
    await inWork((work) => links.revoke(work, linkId));
    expect(await opened(token)).toBe('LINK_REVOKED');
  });

  it('that was replaced says so, and the newer one opens the same row', async () => {
    const old = await issued('meetings');
    const { linkId } = await inWork((work) => links.replace(work, old.linkId, new Date('2025-07-01T00:00:00Z')));
    const token = links.urlOf(linkId, 'meetings').split('/r/')[1];
    expect(await opened(old.token)).toBe('LINK_REPLACED');
    const viewer = await links.open(token, anonymous);
    expect(isRefusal(viewer) || [viewer.linkId, viewer.purpose, viewer.eventId, viewer.subjectId]).toEqual([
      linkId,
      'meetings',
      eventId,
      subjectId,
    ]);
  });

  it('of another purpose is as unknown as one that nobody issued', async () => {
    const { linkId, token } = await issued('invitation');
    expect(await opened(token, 'delegation')).toBe('LINK_UNKNOWN');
    expect(await opened(token, 'invitation')).toBe(linkId);
    expect(await opened('')).toBe('LINK_UNKNOWN');
    expect(await opened('x'.repeat(10_000))).toBe('LINK_UNKNOWN');
    expect(await opened(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe('LINK_UNKNOWN');
  });

  it('of another installation opens nothing here', async () => {
    const { linkId } = await issued();
    const elsewhere = await testApp({ env: { SECRET: 'another secret, as long as it must be' } });
    try {
      const token = elsewhere.get(LinkService).urlOf(linkId, 'delegation').split('/d/')[1];
      expect(await opened(token)).toBe('LINK_UNKNOWN');
    } finally {
      await elsewhere.close();
    }
  });

  it('stands in the database without its token', async () => {
    const { token } = await issued();
    const rows = await app.dataSource.query<object[]>('SELECT * FROM signed_link');
    expect(rows.filter((row) => JSON.stringify(row).includes(token))).toEqual([]);
  });

  it('that is not there can be neither revoked nor replaced', async () => {
    await expect(inWork((work) => links.revoke(work, newId()))).rejects.toBeInstanceOf(NotFound);
    await expect(inWork((work) => links.replace(work, newId(), expiresAt))).rejects.toBeInstanceOf(NotFound);
  });
});
