import { AgendaVersionService, SessionService } from '#agenda';
import { EventService, type Event } from '#events';
import { theSystem } from '#platform';
import { testApi, type TestApi } from '#support';
import { gzipSync } from 'node:zlib';
import { seedAgenda } from '../bench/agenda/fixture.js';
import { anEvent, aPublicEvent, aSession, aSpeaker, done } from '../factories/agendas.js';
import { textOf, visit } from '../factories/pages.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const publish = async ({ id }: Event) => done(await api.get(AgendaVersionService).publish(theSystem, id));
const headings = (html: string) => [...html.matchAll(/<h([1-4])[^>]*>(.*?)<\/h\1>/g)].map(([, , text]) => text);

describe('the list of events', () => {
  it('parts those to come from those that were, by the clock, and leaves drafts out', async () => {
    const [event, draft] = [await aPublicEvent(api), await anEvent(api)];
    const name = `II ${event.name}`;
    const { html } = await visit(api.url, '/');
    expect(headings(html).slice(0, 2)).toEqual(['Cumbres y encuentros', 'Próximos']);
    expect([html.includes(name), html.includes(draft.name)]).toEqual([true, false]);
    // 23:30 of the last day in Lima is the next day in UTC: the event is still under way.
    api.clock.set(new Date('2025-06-22T04:30:00Z'));
    expect(textOf((await visit(api.url, '/')).html)).toContain(`En curso ${name}`);
    api.clock.set(new Date('2025-06-22T05:00:00Z'));
    expect(headings((await visit(api.url, '/')).html)).toContain('Anteriores');
    api.clock.set(new Date('2025-06-06T14:00:00Z'));
  });
});

describe('the page of an event', () => {
  it('tells who, where and when before there is an agenda', async () => {
    const event = await aPublicEvent(api);
    const { status, html } = await visit(api.url, `/e/${event.slug}`);
    expect([status, headings(html)]).toEqual([200, [`II ${event.name}`]]);
    expect(textOf(html)).toContain('Cusco · 20–21 de junio de 2025');
    expect(textOf(html)).toContain('Hora de Perú (UTC−5). Bolivia: una hora más.');
    expect(textOf(html)).toContain('La agenda se publicará pronto.');
  });

  it('shows the published agenda by day and hour, with speakers in their positions', async () => {
    const event = await aPublicEvent(api);
    await aSpeaker(api, await aSession(api, event, { kind: 'articulation_table' }));
    await publish(event);
    const { html } = await visit(api.url, `/e/${event.slug}`);
    expect(headings(html)).toEqual([
      `II ${event.name}`,
      'Viernes 20 de junio',
      '09:00',
      'Agua segura',
      'Sábado 21 de junio',
    ]);
    const text = textOf(html);
    expect(text).toContain(
      'Mesa de articulación Agua segura Sala por confirmar · hasta las 10:00 Rosa Quispe Mamani , Alcaldesa',
    );
    expect(text).toContain('Agenda, versión 1, publicada el viernes 6 de junio a las 09:00.');
  });

  it('is asked for in English, and stays so', async () => {
    const event = await aPublicEvent(api);
    const response = await fetch(`${api.url}/e/${event.slug}?lang=en`);
    expect(await response.text()).toContain('<html lang="en">');
    const cookie = response.headers.getSetCookie()[0].split(';')[0];
    expect(await (await fetch(`${api.url}/e/${event.slug}`, { headers: { cookie } })).text()).toContain(
      '<html lang="en">',
    );
  });

  it('escapes what people typed', async () => {
    const event = await aPublicEvent(api);
    await aSession(api, event, { title: '<script>alert(1)</script> & "más"' });
    await publish(event);
    const { html } = await visit(api.url, `/e/${event.slug}`);
    expect(headings(html)).toContain('&lt;script>alert(1)&lt;/script> &amp; &quot;más&quot;');
  });

  it('is confirmed with 304 until a new version is published', async () => {
    const event = await aPublicEvent(api);
    const session = await aSession(api, event);
    await publish(event);
    const address = `${api.url}/e/${event.slug}`;
    const first = await fetch(address);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect((await fetch(address, { headers })).status).toBe(304);
    await api.get(SessionService).update(theSystem, session.id, { version: 1, title: 'Otro título' });
    expect((await fetch(address, { headers })).status).toBe(304);
    await publish(event);
    const second = await fetch(address, { headers });
    expect([second.status, headings(await second.text()).includes('Otro título')]).toEqual([200, true]);
  });

  it('is not found for a draft, an unknown event, or one that was withdrawn', async () => {
    const event = await aPublicEvent(api);
    await aSession(api, event);
    await publish(event);
    await visit(api.url, `/e/${event.slug}`);
    await api.dataSource.query(`UPDATE event SET state = 'draft' WHERE id = $1`, [event.id]);
    const statuses = await Promise.all(
      [event.slug, (await anEvent(api)).slug, 'no-existe'].map(
        async (slug) => (await visit(api.url, `/e/${slug}`)).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('of sixty sessions weighs at most 10 KB, shows one block by its address, and says which', async () => {
    const slug = await seedAgenda(api);
    const whole = await visit(api.url, `/e/${slug}`);
    expect((whole.html.match(/<article/g) ?? []).length).toBe(60);
    expect(gzipSync(whole.html).length).toBeLessThanOrEqual(10_240);
    const { html } = await visit(api.url, `/e/${slug}?bloque=eje-tematico-numero-3`);
    expect((html.match(/<article/g) ?? []).length).toBe(12);
    expect(html).toContain('aria-current="true">Eje temático número 3</a>');
    expect(textOf(html)).toContain('Solo «Eje temático número 3».');
    const unknown = await visit(api.url, `/e/${slug}?bloque=otro`);
    expect((unknown.html.match(/<article/g) ?? []).length).toBe(60);
  });

  it('asks for nothing but its small script, its icon and its fonts, all of our own', async () => {
    const event = await aPublicEvent(api);
    const { html } = await visit(api.url, `/e/${event.slug}`);
    const asked = [...html.matchAll(/(?:src="|url\(|<link[^>]*href=")([^")]+)/g)].map(([, address]) => address).sort();
    expect(asked).toEqual([
      '/assets/andada-pro-5.woff2',
      '/assets/archivo-5.woff2',
      '/assets/icon.svg',
      '/assets/tinkuy.js',
    ]);
    for (const address of asked.slice(0, 2)) {
      const font = await fetch(api.url + address);
      expect([font.status, font.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  it('of a closed event stays', async () => {
    const event = await aPublicEvent(api);
    await aSession(api, event);
    await publish(event);
    done(await api.get(EventService).close(theSystem, event.id));
    expect((await visit(api.url, `/e/${event.slug}`)).status).toBe(200);
  });
});
