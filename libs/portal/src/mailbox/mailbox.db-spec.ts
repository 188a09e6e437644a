import { calendarOf, declareMail, MessageService, type EventMail } from '#communications';
import { newId } from '#kernel';
import { LinkResolver, UnitOfWork } from '#platform';
import { eventually, freePort, testApi, testStart, type TestApi } from '#support';

interface Visit extends EventMail {
  readonly linkId: string;
}

const linkId = newId();
const visit = declareMail<Visit>({
  name: 'spec-visit',
  policy: 'at_least_once',
  subject: { es: 'Visita de <Ana>', en: 'Visit' },
  render: (data) => ({
    greeting: 'Estimada Ana <script>alert(1)</script>:',
    paragraphs: ['La esperamos.'],
    action: { label: 'Ver', linkId: data.linkId, purpose: 'meetings' },
  }),
  sample: { eventName: 'II Encuentro', isDemonstration: true, linkId },
});

const page = async (api: TestApi, path: string) => {
  const answer = await fetch(api.url + path);
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), body: await answer.text() };
};

describe('the mailbox of a demo', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi({ worker: true, env: { SMTP_URL: '', SMTP_SINK_PORT: String(await freePort()) } });
    await api.get(UnitOfWork).run(async (work) => {
      const calendar = calendarOf({
        uid: 'one@example.org',
        sequence: 1,
        method: 'REQUEST',
        start: new Date('2025-06-20T14:00:00Z'),
        end: new Date('2025-06-20T14:20:00Z'),
        zone: 'America/Lima',
        summary: 'Reunión; mesa 4',
        description: '',
        location: 'Cusco',
        organizer: { name: 'II Encuentro', address: 'no-responder@example.org' },
        attendee: { name: 'Ana', address: 'ana@example.org' },
        now: work.now,
      });
      const common = { mail: visit, eventId: newId(), language: 'es' as const, data: visit.sample, calendar };
      for (const name of ['ana', 'eva']) {
        const to = { name, address: `${name}@example.org` };
        await api.get(MessageService).queue(work, { ...common, to, dedupeKey: name });
      }
    });
    await eventually(
      () => page(api, '/buzon'),
      ({ body }) => body.includes('2 correos'),
    );
  });

  afterAll(() => api.close());

  const hrefs = (body: string) => [...body.matchAll(/href="(\/buzon\/[0-9a-f-]{36})"/g)].map(([, href]) => href);
  const anas = async () => hrefs((await page(api, '/buzon?to=ANA@')).body);

  it('finds mails by a part of the recipient', async () => {
    expect((await anas()).length).toBe(1);
    expect(hrefs((await page(api, '/buzon?to=nobody')).body)).toEqual([]);
  });

  it('shows the appointment, the text and the headers', async () => {
    const { body, status } = await page(api, (await anas())[0]);
    expect(status).toBe(200);
    const shows = [
      'Visita de &lt;Ana>',
      'Reunión; mesa 4',
      '2025-06-20 09:00 – 2025-06-20 09:20 (America/Lima)',
      'Message-ID',
      'Datos de demostración',
    ];
    expect(shows.filter((text) => !body.includes(text))).toEqual([]);
  });

  it('shows the HTML where no script can run, with a link that can be followed', async () => {
    const { body, policy } = await page(api, `${(await anas())[0]}/html`);
    const url = api.get(LinkResolver).urlOf(linkId, 'meetings');
    expect([body.includes(`href="${url}"`), body.includes('<script'), body.includes('<base target="_top">')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    );
  });

  it('knows no other mail', async () => {
    expect([(await page(api, `/buzon/${newId()}`)).status, (await page(api, '/buzon/1')).status]).toEqual([404, 404]);
  });

  const moveClock = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/demo/clock`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });

  it('moves the clock of the demo, by an hour or to a time in Peru', async () => {
    expect((await moveClock('advance=60')).status).toBe(303);
    expect(api.clock.now()).toEqual(new Date(testStart.getTime() + 3_600_000));
    await moveClock('at=2025-06-20T09:00');
    expect(api.clock.now()).toEqual(new Date('2025-06-20T14:00:00Z'));
  });

  it('leaves the clock alone when it cannot read the time, or when another site asks', async () => {
    const before = api.clock.now();
    expect((await moveClock('at=tomorrow')).headers.get('location')).toBe('/buzon?clock=unread');
    expect((await moveClock('advance=60', { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(api.clock.now()).toEqual(before);
  });
});

describe('in production', () => {
  it('there is no mailbox and no clock to move', async () => {
    const api = await testApi({ env: { TINKUY_MODE: 'production' } });
    try {
      const clock = await fetch(`${api.url}/demo/clock`, { method: 'POST' });
      expect([(await page(api, '/buzon')).status, clock.status]).toEqual([404, 404]);
    } finally {
      await api.close();
    }
  });
});
