import { eventually, SmtpSink, startProduct, type Product } from '#support';
import { formTo, formWithButton, PlainBrowser, type OpenedPage } from '../support/plain-browser.js';
import { joinMeetings, setUpEncuentro, type Encuentro } from './encuentro.js';
import { meetingsOf, meetingWithUid, settled } from './bilateral.js';
import { calendarIn } from './calendar.js';
import { linkIn, Post } from './post.js';

interface Invited {
  readonly inviteFocalPoints: { readonly invitations: { id: string }[]; readonly refusals: { message: string }[] };
}

/** The fields of one row of the delegation's form. */
const person = (row: number, givenNames: string, email: string): Record<string, string> => ({
  [`people.${row}.givenNames`]: givenNames,
  [`people.${row}.familyNames`]: 'Mamani (demo)',
  [`people.${row}.positionTitle`]: 'Alcaldesa',
  [`people.${row}.email`]: email,
});

/** The whole story of the II Encuentro against the running product, by HTTP and SMTP alone. Each step stands on the ones before. */
describe('the II Encuentro, from invitation to bilateral meeting', () => {
  let sink: SmtpSink;
  let product: Product;
  let encuentro: Encuentro;
  let delegationUrl: string;
  let citetextilMeetingsUrl: string;
  /** CITEtextil's party. */
  let host: { id: string; name: string };
  /** The delegation's page as somebody else of the office opened it, before its seats were taken. */
  let openedBefore: OpenedPage;
  let post: Post;
  const browser = new PlainBrowser();

  const setClock = async (at: string) => {
    const body = new URLSearchParams({ at });
    const answer = await fetch(`${product.url}/demo/clock`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: product.url },
    });
    expect(answer.status).toBe(303);
  };

  beforeAll(async () => {
    sink = await SmtpSink.start();
    post = new Post(sink);
    product = await startProduct({ env: { SMTP_URL: sink.url } });
    await setClock('2025-06-06T09:00');
  });

  afterAll(async () => {
    await product?.stop();
    await sink?.stop();
  });

  it('an organiser sets up the event and publishes it', async () => {
    encuentro = await setUpEncuentro(product, 50);
    const page = await browser.open(`${product.url}/e/${encuentro.slug}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/II Encuentro Nacional de Mancomunidades Municipales del Perú.*Identidad y tecnología/);
  }, 120_000);

  it('fifty focal points are invited by mail', async () => {
    const { organiser, eventId, mancomunidades } = encuentro;
    const input = mancomunidades.map(({ institutionId, personId }) => ({ institutionId, personId, quota: 3 }));
    const query = `mutation ($eventId: ID!, $input: [FocalPointInput!]!) {
      inviteFocalPoints(eventId: $eventId, input: $input) { invitations { id } refusals { message } }
    }`;
    const { inviteFocalPoints } = await organiser.asks<Invited>(query, { eventId, input });
    expect(inviteFocalPoints.refusals).toEqual([]);
    // The administrator got mails of their own account before.
    const invited = () => sink.mails.flatMap(({ to }) => to).filter((address) => address.startsWith('persona'));
    const recipients = await eventually(invited, ({ length }) => length === 50, 60_000);
    expect(recipients.sort()).toEqual(mancomunidades.map(({ email }) => email).sort());
  }, 90_000);

  it('one of them opens its link and registers a delegation of three', async () => {
    const [mail] = await post.mailsTo(encuentro.mancomunidades[0]);
    const invitation = await browser.open(linkIn(mail, `${product.url}/i/`));
    expect(invitation.text).toContain('Asociación Nacional de Mancomunidades Municipales del Perú');
    const delegation = await browser.send(invitation, formWithButton(invitation, 'do', 'aceptar'), { do: 'aceptar' });
    expect(new URL(delegation.url).pathname).toMatch(/^\/d\//);
    delegationUrl = delegation.url;
    openedBefore = await browser.open(delegationUrl);
    const people = [
      person(0, 'Nilda', 'nilda@demo.example'),
      person(1, 'Juan', 'nilda@demo.example'),
      person(2, 'Flor', ''),
    ];
    const done = await browser.send(delegation, formWithButton(delegation, 'do', 'agregar'), {
      ...people[0],
      ...people[1],
      ...people[2],
      do: 'agregar',
    });
    expect(done.status).toBe(200);
    for (const name of ['Nilda', 'Juan', 'Flor']) expect(done.text).toContain(`${name} Mamani (demo)`);
  });

  it('the quota refuses the fourth kindly and keeps what was typed', async () => {
    const fourth = { ...person(0, 'Abel', ''), do: 'agregar' };
    const answer = await browser.send(openedBefore, formWithButton(openedBefore, 'do', 'agregar'), fourth);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('lugares ocupados, 3 de 3; lugares pedidos, 1. Retire a alguien');
    expect(formWithButton(answer, 'do', 'esperar').fields['people.0.givenNames']).toBe('Abel');
  });

  it('a double tap registers nobody twice', async () => {
    const second = encuentro.mancomunidades[1];
    const [mail] = await post.mailsTo(second);
    const invitation = await browser.open(linkIn(mail, `${product.url}/i/`));
    const page = await browser.send(invitation, formWithButton(invitation, 'do', 'aceptar'), { do: 'aceptar' });
    const form = formWithButton(page, 'do', 'agregar');
    const typed = { ...person(0, 'Percy', ''), do: 'agregar' };
    const answers = await Promise.all([browser.send(page, form, typed), browser.send(page, form, typed)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const after = await browser.open(page.url);
    expect(after.text.match(/Percy Mamani \(demo\)/g)).toHaveLength(1);
  });

  it('the delegation is sent, and who has an address gets a confirmation with calendar, also two who share one', async () => {
    const page = await browser.open(delegationUrl);
    const sent = await browser.send(page, formWithButton(page, 'do', 'enviar'), { do: 'enviar' });
    expect(sent.status).toBe(200);
    const confirmations = await eventually(
      () => post.mailsTo({ email: 'nilda@demo.example' }),
      ({ length }) => length === 2,
    );
    expect(confirmations.map((mail) => calendarIn(mail).method)).toEqual(['REQUEST', 'REQUEST']);
    expect(new Set(confirmations.map((mail) => calendarIn(mail).uid)).size).toBe(2);
  });

  it('the organiser opens tables for bilateral meetings, where CITEtextil takes part', async () => {
    const { organiser, eventId, citetextil } = encuentro;
    const hours = { startsAt: '2025-06-20T14:30', endsAt: '2025-06-20T17:30', slotMinutes: 20, breakMinutes: 0 };
    const input = { eventId, name: 'Viernes, tarde', ...hours, tables: 4 };
    await organiser.does('openMeetingBlock', { input: ['MeetingBlockInput!', input] }, 'MeetingBlock', 'id');
    host = await joinMeetings(organiser, eventId, citetextil);
    expect(host.name).toBe('CITEtextil Camélidos Cusco');
  });

  it('the delegation asks CITEtextil for a meeting', async () => {
    const delegation = await browser.open(delegationUrl);
    const own = await browser.send(delegation, formTo(delegation, /reuniones$/), {});
    expect(new URL(own.url).pathname).toMatch(/^\/r\//);
    const found = await browser.open(`${own.url}?buscar=citetextil camelidos`);
    const askHref = /href="([^"]*con=[^"]+)"/.exec(found.html)?.[1].replaceAll('&amp;', '&');
    const ask = await browser.open(new URL(askHref ?? 'nothing found', found.url).href);
    const typed = { tema: 'Hilado de fibra de alpaca', turno: '2025-06-20T15:10', do: 'pedir' };
    const asked = await browser.send(ask, formWithButton(ask, 'do', 'pedir'), typed);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Hilado de fibra de alpaca');
  });

  it('its speaker accepts on the page, and both sides get the mail with the calendar', async () => {
    const { citetextil, mancomunidades } = encuentro;
    const [request] = await eventually(
      () => post.mailsTo(citetextil),
      ({ length }) => length === 1,
    );
    citetextilMeetingsUrl = linkIn(request, `${product.url}/r/`);
    const page = await browser.open(citetextilMeetingsUrl);
    const form = formWithButton(page, 'do', 'aceptar');
    const accepted = await browser.send(page, form, { turno: '2025-06-20T15:10', do: 'aceptar' });
    expect(accepted.status).toBe(200);
    const [theirs, ours] = await Promise.all([post.calendarsOf(citetextil, 1), post.calendarsOf(mancomunidades[0], 1)]);
    const expected = { method: 'REQUEST', sequence: 0, startsAt: new Date('2025-06-20T20:10:00Z') };
    expect([theirs[0], ours[0]]).toMatchObject([expected, expected]);
    expect(theirs[0].uid).toBe(ours[0].uid);
    expect([theirs[0].attendees, ours[0].attendees]).toEqual([
      [`mailto:${citetextil.email}`],
      [`mailto:${mancomunidades[0].email}`],
    ]);
  });

  it('the organiser moves the meeting, and the update arrives under the same UID', async () => {
    const { organiser, citetextil, mancomunidades } = encuentro;
    const [before] = await post.calendarsOf(citetextil, 1);
    const { id } = await meetingWithUid(encuentro, before.uid);
    const args = { meetingId: ['ID!', id], startsAt: ['String!', '2025-06-20T16:10'] } as const;
    await organiser.does('rescheduleMeeting', args, 'BilateralMeeting', 'id');
    const [theirs, ours] = await Promise.all([post.calendarsOf(citetextil, 2), post.calendarsOf(mancomunidades[0], 2)]);
    const expected = { method: 'REQUEST', uid: before.uid, sequence: 1, startsAt: new Date('2025-06-20T21:10:00Z') };
    expect([theirs[1], ours[1]]).toMatchObject([expected, expected]);
  });

  it('another meeting is cancelled, and its CANCEL arrives', async () => {
    const { mancomunidades, eventId, organiser } = encuentro;
    const party = await joinMeetings(organiser, eventId, mancomunidades[2]);
    const request = { eventId, fromPartyId: party.id, toPartyId: host.id, topic: 'Acabados textiles' };
    const asked = await organiser.does<{ id: string }>(
      'sendMeetingRequest',
      { input: ['MeetingRequestInput!', request] },
      'MeetingRequest',
      'id',
    );
    const accept = { requestId: ['ID!', asked.id], startsAt: ['String', '2025-06-20T14:30'] } as const;
    await organiser.does('acceptMeetingRequest', accept, 'MeetingRequest', 'id');
    const [invited] = await post.calendarsOf(mancomunidades[2], 1);
    const { id } = await meetingWithUid(encuentro, invited.uid);
    const cancel = { meetingId: ['ID!', id], reason: ['String!', 'Cambio de vuelo'] } as const;
    await organiser.does('cancelMeeting', cancel, 'BilateralMeeting', 'id');
    const [, cancelled] = await post.calendarsOf(mancomunidades[2], 2);
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: invited.uid, sequence: 1, status: 'CANCELLED' });
  });

  it('reminders come a day and an hour before, when the clock says so, and none for what was cancelled', async () => {
    const { citetextil, mancomunidades } = encuentro;
    const both = [mancomunidades[0], citetextil];
    await setClock('2025-06-19T16:11');
    for (const side of both)
      await eventually(
        () => post.remindersOf(side),
        ({ length }) => length === 1,
      );
    await setClock('2025-06-20T15:11');
    for (const side of both)
      await eventually(
        () => post.remindersOf(side),
        ({ length }) => length === 2,
      );
    // By now those of the moved meeting's old start and of the cancelled one would have been due before.
    await encuentro.organiser.signInAgain();
    await settled(encuentro);
    expect((await Promise.all(both.map((side) => post.remindersOf(side)))).map(({ length }) => length)).toEqual([2, 2]);
    expect(await post.remindersOf(mancomunidades[2])).toEqual([]);
  });

  it('two hundred parallel accepts of one slot give exactly one success', async () => {
    const { organiser, eventId, mancomunidades } = encuentro;
    await organiser.signInAgain();
    const requestIds: string[] = [];
    for (const side of mancomunidades.slice(10, 50)) {
      const { id: fromPartyId } = await joinMeetings(organiser, eventId, side);
      const request = { eventId, fromPartyId, toPartyId: host.id, topic: 'Pasantía' };
      const { id } = await organiser.does<{ id: string }>(
        'sendMeetingRequest',
        { input: ['MeetingRequestInput!', request] },
        'MeetingRequest',
        'id',
      );
      requestIds.push(id);
    }
    const attempts = Array.from({ length: 200 }, (_, n) => requestIds[n % requestIds.length]);
    const accept = (id: string) => ({ requestId: ['ID!', id], startsAt: ['String', '2025-06-20T17:10'] }) as const;
    const answers = await Promise.all(
      attempts.map((id) => organiser.tries('acceptMeetingRequest', accept(id), 'MeetingRequest', 'id')),
    );
    expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1);
    const taken = (await meetingsOf(encuentro)).filter(({ startsAt }) => startsAt === '2025-06-20T22:10:00.000Z');
    expect(taken.map(({ state }) => state)).toEqual(['scheduled']);
  }, 90_000);

  it('tells its log nothing of anybody: no name, address, phone or document, also where something fails', async () => {
    const typed = 'Nilda Mamani nilda@demo.example 48213377 984000111';
    const page = await browser.open(`${delegationUrl}?persona=${encodeURIComponent(typed)}`);
    // Two weeks later this browser has to prove anew who it is.
    expect(page.status).toBe(403);
    await browser.open(`${product.url}/e/${encodeURIComponent(typed)}`);
    await browser.open(`${product.url}/mi/codigo?pedido=${encodeURIComponent(typed)}`);
    const body = new URLSearchParams({ pedido: typed, codigo: typed });
    await fetch(`${product.url}/mi/codigo`, { method: 'POST', body });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: `{"query": "${typed}` });
    const log = product.log();
    const told = /demo\.example|Mamani|Quispe|Nilda|Juan|Flor\b|Percy|Abel|48213377|984 ?000 ?111/.exec(log);
    const place = told && log.slice(Math.max(0, told.index - 300), told.index + 100);
    expect([place, log.includes('Audit sealed')]).toEqual([null, true]);
  });
});
