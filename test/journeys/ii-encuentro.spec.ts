import { eventually, SmtpSink, startProduct, type Product } from '#support';
import { formWithButton, PlainBrowser, type OpenedPage } from '../support/plain-browser.js';
import { setUpEncuentro, type Encuentro } from './encuentro.js';
import type { Email } from 'postal-mime';
import { calendarIn } from './calendar.js';

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
  /** The delegation's page as somebody else of the office opened it, before its seats were taken. */
  let openedBefore: OpenedPage;
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

  const mailsTo = async ({ email }: { email: string }): Promise<Email[]> =>
    (await sink.read()).filter(({ to }) => to?.some(({ address }) => address === email));

  const linkIn = (mail: Email, part: string): string => {
    const link = new RegExp(`${product.url}${part}[\\w-]+`).exec(mail.text ?? '')?.[0];
    if (!link) throw new Error(`No link ${part} in: ${mail.text}`);
    return link;
  };

  beforeAll(async () => {
    sink = await SmtpSink.start();
    product = await startProduct({ env: { SMTP_URL: sink.url } });
    await setClock('2025-06-06T09:00');
  }, 60_000);

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
    await eventually(
      () => sink.mails.length,
      (count) => count === 50,
      60_000,
    );
    const recipients = sink.mails.flatMap(({ to }) => to);
    expect(recipients.sort()).toEqual(mancomunidades.map(({ email }) => email).sort());
  }, 90_000);

  it('one of them opens its link and registers a delegation of three', async () => {
    const [mail] = await mailsTo(encuentro.mancomunidades[0]);
    const invitation = await browser.open(linkIn(mail, '/i/'));
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
      ...Object.assign({}, ...people),
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
    const [mail] = await mailsTo(second);
    const invitation = await browser.open(linkIn(mail, '/i/'));
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
      () => mailsTo({ email: 'nilda@demo.example' }),
      ({ length }) => length === 2,
    );
    expect(confirmations.map((mail) => calendarIn(mail).method)).toEqual(['REQUEST', 'REQUEST']);
    expect(new Set(confirmations.map((mail) => calendarIn(mail).uid)).size).toBe(2);
  });
});
