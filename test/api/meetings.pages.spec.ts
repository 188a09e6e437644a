import { LinkService } from '#identity';
import { InstitutionRepository } from '#institutions';
import type { MeetingParty } from '#meetings';
import { PersonService } from '#people';
import { theSystem, UnitOfWork } from '#platform';
import { chromium, describeWith, testApi, testStart, type TestApi } from '#support';
import { chromium as browserType, type Browser } from '@playwright/test';
import axe from 'axe-core';
import ICAL from 'ical.js';
import { gzipSync } from 'node:zlib';
import { aDelegation, done } from '../factories/delegations.js';
import { aBlock, aMeeting, aMeetingDay, aRequest, friday } from '../factories/meetings.js';
import { formWithButton, PlainBrowser, type OpenedPage } from '../support/plain-browser.js';

let api: TestApi;
let browser = new PlainBrowser();

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.clock.set(testStart);
  browser = new PlainBrowser();
});

const urlOf = ({ linkId }: MeetingParty): string => {
  const { pathname } = new URL(api.get(LinkService).urlOf(linkId!, 'meetings'));
  return api.url + pathname;
};
const press = (page: OpenedPage, button: string, typed: Record<string, string> = {}) =>
  browser.send(page, formWithButton(page, 'do', button), { do: button, ...typed });

const countOf = async (statement: string, id: string): Promise<number> =>
  (await api.dataSource.query<unknown[]>(statement, [id])).length;
const requestsFrom = (party: MeetingParty) =>
  countOf('SELECT 1 FROM meeting_request WHERE from_party_id = $1', party.id);

describe('the page of a party’s meetings', () => {
  let asks: MeetingParty;
  let cite: MeetingParty;
  let third: MeetingParty;

  beforeEach(async () => {
    [asks, cite, third] = (await aMeetingDay(api, 3)).parties;
  });

  it('finds an institution and asks it for a meeting, once however often it is tapped', async () => {
    const found = await browser.open(`${urlOf(asks)}?buscar=${encodeURIComponent(cite.name.slice(13))}`);
    expect(found.text).toContain('1 institución.');
    const link = /\?con=[\w-]+/.exec(found.html)?.[0];
    const form = await browser.open(urlOf(asks) + link);
    const typed = { tema: 'Fibra de alpaca', mensaje: 'Somos 12 asociaciones.', turno: `${friday}T09:40` };
    const [sent, again] = await Promise.all([press(form, 'pedir', typed), press(form, 'pedir', typed)]);
    for (const page of [sent, again]) expect(page.text).toContain('Solicitud enviada. Le avisaremos cuando respondan.');
    expect(await requestsFrom(asks)).toBe(1);
    expect(sent.text).toContain('Esperan respuesta (1)');
  });

  it('keeps what was typed when a request is refused, and says how to mend it at its field', async () => {
    await aRequest(api, asks, cite);
    const form = await browser.open(`${urlOf(asks)}?con=${cite.id}`);
    const long = 'ñ'.repeat(201);
    const refused = await press(form, 'pedir', { tema: long, mensaje: 'Somos 12.', turno: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('El texto tiene 201 caracteres y caben 200. Acórtelo.');
    expect(refused.html).toContain('href="#tema"');
    expect(formWithButton(refused, 'do', 'pedir').fields).toMatchObject({ tema: long, mensaje: 'Somos 12.' });
    const open = await press(refused, 'pedir', { tema: 'Fibra' });
    expect(open.text).toContain(`Ya hay una solicitud sin responder entre ${asks.name} y ${cite.name}.`);
  });

  it('answers a request with a slot that both have free, and with no other', async () => {
    await aMeeting(api, third, cite, '09:20');
    await aRequest(api, asks, cite, '10:00');
    const page = await browser.open(urlOf(cite));
    expect(page.text).toContain('Por responder (1)');
    const { options, fields } = formWithButton(page, 'do', 'aceptar');
    const times = ['09:00', '09:40', '10:00', '10:20', '10:40'].map((time) => `${friday}T${time}`);
    expect(Object.keys(options['turno'])).toEqual(times);
    expect(fields['turno']).toBe(`${friday}T10:00`);
    const accepted = await press(page, 'aceptar', { turno: `${friday}T09:40` });
    expect(accepted.text).toContain('Reunión confirmada. Ambas partes reciben el correo con el calendario.');
    expect(accepted.text).toMatch(new RegExp(`09:40 Mesa 1 ${asks.name}`));
  });

  it('tells a slot lost to somebody quicker, with the next free ones, and still offers the request', async () => {
    await aRequest(api, asks, cite);
    const page = await browser.open(urlOf(cite));
    await aMeeting(api, third, cite, '09:00');
    const lost = await press(page, 'aceptar', { turno: `${friday}T09:00` });
    expect(lost.status).toBe(422);
    expect(lost.text).toContain(`${cite.name} ya tiene otra reunión a las 09:00.`);
    expect(lost.text).toContain('los primeros libres para ambas partes: 09:20, 09:40, 10:00.');
    expect(Object.keys(formWithButton(lost, 'do', 'aceptar').options['turno'])[0]).toBe(`${friday}T09:20`);
  });

  it('proposes another time, which the other side accepts as it is', async () => {
    await aRequest(api, asks, cite);
    const proposed = await press(await browser.open(urlOf(cite)), 'proponer', { turno: `${friday}T10:20` });
    expect(proposed.text).toContain('Usted propuso el viernes 20 de junio, 10:20.');
    const page = await browser.open(urlOf(asks));
    expect(page.text).toContain('propone el viernes 20 de junio, 10:20');
    expect((await press(page, 'aceptar')).text).toMatch(new RegExp(`10:20 Mesa 1 ${cite.name}`));
  });

  it('declines with a reason and withdraws', async () => {
    await aRequest(api, asks, cite);
    await aRequest(api, asks, third);
    const declined = await press(await browser.open(urlOf(cite)), 'rechazar', { motivo: 'Lo ve otra dirección' });
    expect(declined.text).toContain('Solicitud rechazada.');
    const mine = await browser.open(urlOf(asks));
    expect(mine.text).toMatch(/Rechazada Lo ve otra dirección/);
    const withdrawn = await press(mine, 'retirar');
    expect(withdrawn.text).toContain('Solicitud retirada.');
    expect(withdrawn.text).not.toContain('Esperan respuesta');
  });

  it('moves a meeting, and cancels it with a reason that the other side reads', async () => {
    const meeting = await aMeeting(api, asks, cite, '09:20');
    const own = `${urlOf(asks)}?reunion=${meeting.id}`;
    const moved = await press(await browser.open(own), 'mover', { turno: `${friday}T10:00` });
    expect(moved.text).toMatch(new RegExp(`Reunión movida.*10:00 Mesa 1 ${cite.name}`));
    const empty = await press(await browser.open(own), 'cancelar', { motivo: ' ' });
    expect(empty.text).toContain('Escriba por qué se cancela: la otra parte lo leerá en el correo.');
    const cancelled = await press(empty, 'cancelar', { motivo: 'Cambió el vuelo' });
    expect(cancelled.text).toContain('Reunión cancelada. Ambas partes reciben el aviso.');
    expect((await browser.open(urlOf(cite))).text).toContain(`La canceló ${asks.name}: Cambió el vuelo`);
  });

  it('refuses a change on a meeting that the other side changed meanwhile', async () => {
    const meeting = await aMeeting(api, asks, cite, '09:20');
    const seen = await browser.open(`${urlOf(asks)}?reunion=${meeting.id}`);
    await press(await browser.open(`${urlOf(cite)}?reunion=${meeting.id}`), 'mover', { turno: `${friday}T10:00` });
    const stale = await press(seen, 'mover', { turno: `${friday}T10:20` });
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Alguien cambió la reunión mientras tanto');
  });

  it('keeps slots free that nobody can then propose', async () => {
    await aMeeting(api, third, cite, '09:20');
    const page = await browser.open(`${urlOf(cite)}?disponibilidad=1`);
    const form = formWithButton(page, 'do', 'disponibilidad');
    const ticks = Object.keys(form.fields).filter((name) => name.startsWith('libre-'));
    const times = ['09:00', '09:20', '09:40', '10:00', '10:20', '10:40'];
    expect(ticks).toEqual(times.map((time) => `libre-${friday}T${time}`));
    expect(page.html).toMatch(/name="libre-2025-06-20T09:20"[^>]* disabled/);
    const kept = Object.fromEntries(ticks.slice(3).map((name) => [name, '1']));
    const fields = { ...kept, do: 'disponibilidad' };
    const answer = await browser.send(page, { ...form, fields: {} }, fields);
    expect([answer.status, answer.url.endsWith('?hecho=guardada')]).toEqual([200, true]);
    await aRequest(api, asks, cite);
    const offered = formWithButton(await browser.open(urlOf(cite)), 'do', 'aceptar').options['turno'];
    expect(Object.keys(offered)).toEqual(['10:00', '10:20', '10:40'].map((time) => `${friday}T${time}`));
  });

  it('notes how a meeting ended once it has begun', async () => {
    const meeting = await aMeeting(api, asks, cite, '09:20');
    api.clock.set(meeting.endsAt);
    const held = await press(await browser.open(`${urlOf(cite)}?reunion=${meeting.id}`), 'realizada');
    expect(held.text).toContain('Anotado. Gracias.');
    expect(held.text).toContain('Realizada');
  });

  it('speaks English to who asks for it, also after a form', async () => {
    await aRequest(api, asks, cite);
    const page = await browser.open(`${urlOf(cite)}?lang=en`);
    const accepted = await press(page, 'aceptar');
    expect(accepted.text).toContain('Meeting confirmed.');
    expect(new URL(accepted.url).searchParams.get('lang')).toBe('en');
  });

  it('is nobody else’s: an expired, revoked, foreign or mistyped link says what to do', async () => {
    const meeting = await aMeeting(api, asks, cite, '09:20');
    expect((await browser.open(`${urlOf(third)}?reunion=${meeting.id}`)).status).toBe(404);
    const foreign = await browser.open(urlOf(third).replace('/r/', '/d/'));
    expect([foreign.status, foreign.text.includes('No reconocemos este enlace')]).toEqual([404, true]);
    expect((await browser.open(`${api.url}/r/mistyped`)).status).toBe(404);
    await api.get(UnitOfWork).run((work) => api.get(LinkService).revoke(work, third.linkId!));
    expect((await browser.open(urlOf(third))).status).toBe(410);
    api.clock.set(new Date('2025-07-22T05:00:00Z'));
    const expired = await browser.open(urlOf(cite));
    expect([expired.status, expired.text.includes('Este enlace venció')]).toEqual([410, true]);
  });

  it('publishes a calendar without attendees, the same bytes until something changes', async () => {
    const meeting = await aMeeting(api, asks, cite, '09:20');
    const feed = await fetch(`${urlOf(cite)}/calendario.ics`);
    const text = await feed.text();
    const etag = feed.headers.get('etag')!;
    const entry = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!);
    expect([entry.uid, entry.summary, entry.attendees.length]).toEqual([
      meeting.calendarUid,
      `Reunión bilateral: ${asks.name}`,
      0,
    ]);
    expect(/METHOD:(\w+)/.exec(text)?.[1]).toBe('PUBLISH');
    const same = await fetch(`${urlOf(cite)}/calendario.ics`, { headers: { 'if-none-match': etag } });
    expect(same.status).toBe(304);
    await press(await browser.open(`${urlOf(cite)}?reunion=${meeting.id}`), 'cancelar', { motivo: 'Sin sala' });
    const changed = await fetch(`${urlOf(cite)}/calendario.ics`, { headers: { 'if-none-match': etag } });
    expect([changed.status, /STATUS:(\w+)/.exec(await changed.text())?.[1]]).toEqual([200, 'CANCELLED']);
  });

  it('leads a delegation to its institution’s meetings, made on first use', async () => {
    const delegation = await aDelegation(api);
    await aBlock(api, delegation.eventId);
    const focal = { givenNames: 'Rosa', familyNames: 'Quispe Mamani', email: 'rosa@muni.example' };
    const person = done(await api.get(PersonService).create(theSystem, focal));
    await api.dataSource.query('UPDATE delegation SET focal_point_person_id = $2 WHERE id = $1', [
      delegation.id,
      person.id,
    ]);
    const { pathname } = new URL(api.get(LinkService).urlOf(delegation.linkId!, 'delegation'));
    const page = await browser.open(api.url + pathname);
    const door = page.forms.find(({ action }) => action.endsWith('/reuniones'))!;
    const [first, second] = await Promise.all([browser.send(page, door, {}), browser.send(page, door, {})]);
    expect(new URL(first.url).pathname).toMatch(/^\/r\//);
    expect(second.url).toBe(first.url);
    const institution = await api.get(InstitutionRepository).byId(delegation.institutionId);
    expect(first.text).toContain(institution?.name);
  });
});

describe('the page of a party with 25 meetings', () => {
  let page: OpenedPage;
  let url: string;

  beforeAll(async () => {
    api.clock.set(testStart);
    const { parties } = await aMeetingDay(api, 32, { from: '08:00', to: '18:00', tables: 2 });
    const [cite, ...others] = parties;
    for (const [n, other] of others.entries()) {
      const minutes = 8 * 60 + n * 20;
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      if (n < 25) await aMeeting(api, other, cite, time);
      else await aRequest(api, other, cite);
    }
    url = urlOf(cite);
    page = await browser.open(url);
  }, 120_000);

  it('weighs at most 10 KB and asks for no font', () => {
    expect(page.text.match(/Mover o cancelar/g)?.length).toBe(25);
    expect(gzipSync(page.html).length).toBeLessThan(10_240);
    expect(page.html).not.toContain('@font-face');
  });

  describeWith(chromium, 'in a real browser', () => {
    let real: Browser;
    beforeAll(async () => {
      real = await browserType.launch({ executablePath: chromium.at, args: ['--no-sandbox'] });
    });
    afterAll(() => real.close());

    it.each([
      [360, ''],
      [1280, ''],
      [360, '?disponibilidad=1'],
      [360, '?buscar='],
    ])('has nothing for axe to complain of and no sideways scrolling, %i px wide, %s', async (width, query) => {
      const context = await real.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
      const tab = await context.newPage();
      await tab.goto(url + query);
      await tab.evaluate(axe.source);
      const violations = await tab.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      const sideways = await tab.evaluate('document.documentElement.scrollWidth - innerWidth');
      await context.close();
      expect({ violations, sideways }).toEqual({ violations: [], sideways: 0 });
    });
  });
});
