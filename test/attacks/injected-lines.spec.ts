import { LinkService } from '#identity';
import { eventually, graphql, signedIn, startProduct, type SignedInStaff } from '#support';
import PostalMime from 'postal-mime';
import { anEvent, anInstitution } from '../factories/delegations.js';
import { GuestStage } from '../factories/guests.js';
import { aBlock, friday } from '../factories/meetings.js';

/**
 * Lines and recipients that a text brings with it into a mail, a calendar or a log. Class «header and recipient injection; CR/LF in
 * calendars and logs»; no public advisory of a peer found (a neighbour of the field had it: Nextcloud Calendar, GHSA-8xv5-4855-24qf).
 */
let stage: GuestStage;
let staff: SignedInStaff;
let eventId: string;

beforeAll(async () => {
  stage = await GuestStage.start();
  eventId = (await anEvent(stage.api)).id;
  staff = await signedIn(stage.api, { isAdministrator: true });
}, 90_000);
afterAll(() => stage.stop());

interface Answer<T> {
  readonly made: T & { readonly id?: string; readonly code?: string };
}

async function ask<T = object>(query: string, variables: Record<string, unknown>, link?: string): Promise<Answer<T>> {
  const who = link ? { link } : { cookie: staff.cookie };
  const { data, errors } = await graphql<Answer<T> | null>(stage.api.url, query, { ...who, variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

const invite = `mutation ($eventId: ID!, $input: [FocalPointInput!]!) { made: inviteFocalPoints(eventId: $eventId, input: $input) {
  invitations { id } refusals { code } } }`;

interface Sent {
  readonly invitations: { id: string }[];
  readonly refusals: { code: string }[];
}

async function invited(email: string, givenNames: string): Promise<Sent> {
  const { id: institutionId } = await anInstitution(stage.api);
  const person = { givenNames, familyNames: 'Quispe', email };
  const { made } = await ask<Sent>(invite, { eventId, input: [{ institutionId, quota: 1, person }] });
  return made;
}

/** The names of the header's lines, in lower case, with folded ones joined. */
function headersIn(raw: Buffer): string[] {
  const [head] = raw.toString().split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
}

describe('a mail', () => {
  it.each([
    'Rosa\r\nBcc: otra@malo.example',
    'Rosa\nTo: otra@malo.example',
    'Rosa\r\n\r\n<b>otro cuerpo</b>',
    'Quispe, otra@malo.example',
    '<otra@malo.example>',
    'Rosa" <otra@malo.example>, "',
    '=?utf-8?q?Rosa=0D=0ABcc:_otra@malo.example?=',
    'Rosa\u2028Bcc: otra@malo.example',
  ])('goes to its one recipient with the headers of every mail, whatever the name: %j', async (name) => {
    const [plain, email] = [`${crypto.randomUUID()}@muni.example`, `${crypto.randomUUID()}@muni.example`];
    await invited(plain, 'Rosa');
    const { refusals } = await invited(email, name);
    const sent = refusals.length > 0 ? [plain] : [plain, email];
    await eventually(
      () => sent.every((one) => stage.mailsTo(one).length === 1),
      (all) => all,
    );
    const [expected] = stage.mailsTo(plain);
    for (const mail of stage.mailsTo(email)) {
      expect([mail.to, headersIn(mail.raw)]).toEqual([[email], headersIn(expected.raw)]);
      const read = await PostalMime.parse(mail.raw);
      expect([read.to?.map(({ address }) => address), read.cc, read.bcc]).toEqual([[email], undefined, undefined]);
    }
    expect(stage.sink.mails.flatMap(({ to }) => to).filter((to) => to.includes('malo.example'))).toEqual([]);
  });

  it.each([
    'rosa@muni.example,otra@malo.example',
    'rosa@muni.example;otra@malo.example',
    'rosa@muni.example otra@malo.example',
    'rosa@muni.example\r\nBcc: otra@malo.example',
    'rosa@muni.example\r\nRCPT TO:<otra@malo.example>',
    'rosa@muni.example>\r\nRCPT TO:<otra@malo.example',
    '<rosa@muni.example>',
    'Rosa <rosa@muni.example>',
    '"otra@malo.example,rosa"@muni.example',
    'otra@malo.example,@muni.example',
    'rosa@muni.example\0',
  ])('is never promised to what is not one plain address: %j', async (email) => {
    const { invitations, refusals } = await invited(email, 'Rosa');
    expect([invitations, refusals.map(({ code }) => code)]).toEqual([[], ['EMAIL_INVALID']]);
    const query = `mutation ($input: StaffAccountInput!) { made: createStaffAccount(input: $input) { ... on Refusal { code } } }`;
    expect((await ask(query, { input: { email, name: 'Rosa' } })).made.code).toBe('EMAIL_INVALID');
  });
});

describe('a calendar', () => {
  async function party(name: string) {
    const { id: institutionId } = await anInstitution(stage.api, name);
    const contact = await stage.person(`${crypto.randomUUID()}@muni.example`);
    const join = `mutation ($eventId: ID!, $institutionId: ID!, $contactPersonId: ID!) {
      made: joinMeetings(eventId: $eventId, institutionId: $institutionId, contactPersonId: $contactPersonId) {
        ... on MeetingParty { id } ... on Refusal { code } } }`;
    const { made } = await ask(join, { eventId, institutionId, contactPersonId: contact.id });
    const [{ link_id: linkId }] = await stage.api.dataSource.query<{ link_id: string }[]>(
      'SELECT link_id FROM meeting_party WHERE id = $1',
      [made.id],
    );
    const url = stage.api.get(LinkService).urlOf(linkId, 'meetings');
    return { id: made.id, token: url.split('/').at(-1) ?? '' };
  }

  it('gets no property, attendee or component from what somebody wrote', async () => {
    await aBlock(stage.api, eventId);
    const [asks, cite] = [await party('Pide; ATTENDEE:mailto:otra@malo.example'), await party('Cita, X-MAL:1')];
    const lines = 'Agua\r\nATTENDEE:mailto:otra@malo.example\nEND:VEVENT\rX-MAL:1';
    const words = { topic: lines.replace(/[\r\n]+/g, ' '), message: lines };
    const input = { eventId, fromPartyId: asks.id, toPartyId: cite.id, ...words };
    const send = `mutation ($input: MeetingRequestInput!) { made: sendMeetingRequest(input: $input) {
      ... on MeetingRequest { id } ... on Refusal { code } } }`;
    const { made: request } = await ask(send, { input }, asks.token);
    const accept = `mutation ($id: ID!, $at: String) { made: acceptMeetingRequest(requestId: $id, startsAt: $at) {
      ... on MeetingRequest { id } ... on Refusal { code } } }`;
    const { made } = await ask(accept, { id: request.id, at: `${friday}T09:00` }, cite.token);
    expect(made.code).toBeUndefined();
    for (const { token } of [asks, cite]) {
      const text = await (await fetch(`${stage.api.url}/r/${token}/calendario.ics`)).text();
      const unfolded = text.replace(/\r\n[ \t]/g, '');
      const rows = unfolded.split('\r\n');
      expect(rows.filter((row) => /^(ATTENDEE|X-MAL)/.test(row) || /[\r\n]/.test(row))).toEqual([]);
      expect(rows.filter((row) => row === 'END:VEVENT')).toHaveLength(1);
      expect(unfolded).toContain('ATTENDEE:mailto:otra@malo.example');
    }
  });
});

describe('a log', () => {
  it('holds nothing of what a stranger sends, so no line that looks like an entry of ours', async () => {
    const product = await startProduct({ withWorker: false });
    try {
      const forged = '\r\n{"level":"fatal","message":"forjado"}\r\n';
      const coded = encodeURIComponent(forged);
      await fetch(`${product.url}/${coded}`);
      await fetch(`${product.url}/e/${coded}?q=${coded}`, { headers: { 'user-agent': 'x\\r\\n{"forjado":1}' } });
      await fetch(`${product.url}/exports/${coded}.csv`);
      await fetch(`${product.url}/entrar`, {
        method: 'POST',
        body: new URLSearchParams({ email: forged, password: forged }),
      });
      const query = `{ nada(x: ${JSON.stringify(forged)}) }`;
      await graphql(product.url, query);
    } finally {
      await product.stop();
    }
    // Read once it has ended: until then a line may still be on its way.
    const lines = product.log().split('\n');
    expect(lines.filter((line) => line.includes('forjado'))).toEqual([]);
  });
});
