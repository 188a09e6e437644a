import { LinkService } from '#identity';
import type { MeetingParty } from '#meetings';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { anEvent } from '../factories/delegations.js';
import { aBlock, aMeetingDay, aParty, aRequest, manyRequests, friday } from '../factories/meetings.js';

let api: TestApi;
let organiser: SignedInStaff;
let reader: SignedInStaff;
let eventId: string;
let asks: MeetingParty;
let cite: MeetingParty;
let third: MeetingParty;

beforeAll(async () => {
  api = await testApi({ env: { DATABASE_POOL: '24' } });
  const day = await aMeetingDay(api, 3);
  eventId = day.event.id;
  [asks, cite, third] = day.parties;
  organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
  reader = await signedIn(api, { roles: { [eventId]: 'reader' } });
});
afterAll(() => api.close());

const linkOf = ({ linkId }: MeetingParty): string => api.get(LinkService).urlOf(linkId!, 'meetings').split('/').at(-1)!;
const codes = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.map(({ extensions }) => extensions.code);

const refusal = '... on Refusal { code field message details { name value } }';
const accept = `mutation ($id: ID!, $at: String) {
  acceptMeetingRequest(requestId: $id, startsAt: $at) {
    ... on MeetingRequest { state from { name } to { name } meeting { state startsAt sequence table { number } } } ${refusal}
  }
}`;

interface Refused {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly details: { name: string; value: string }[];
}

describe('meeting requests', () => {
  it('are sent and accepted by their parties alone, and shown to the two and to staff', async () => {
    const send = `mutation ($input: MeetingRequestInput!) {
      sendMeetingRequest(input: $input) { ... on MeetingRequest { id state topic expiresAt } ${refusal} }
    }`;
    const input = { eventId, fromPartyId: asks.id, toPartyId: cite.id, topic: 'Fibra de alpaca' };
    const key = { idempotencyKey: 'request-key-1' };
    const sent = await graphql<{ sendMeetingRequest: { id: string } }>(api.url, send, {
      link: linkOf(asks),
      variables: { input },
      ...key,
    });
    const again = await graphql(api.url, send, { link: linkOf(asks), variables: { input }, ...key });
    expect(again.data).toEqual(sent.data);
    const { id } = sent.data.sendMeetingRequest;
    const show = `query ($id: ID!) { meetingRequest(id: $id) { state } }`;
    const variables = { id };
    const asThird = await graphql(api.url, show, { link: linkOf(third), variables });
    const asReader = await graphql(api.url, show, { cookie: reader.cookie, variables });
    expect([codes(asThird), asReader.data]).toEqual([['NOT_FOUND'], { meetingRequest: { state: 'requested' } }]);
    const stolen = await graphql(api.url, accept, { link: linkOf(third), variables: { id, at: `${friday}T09:00` } });
    expect(codes(stolen)).toEqual(['FORBIDDEN']);
    const accepted = await graphql(api.url, accept, { link: linkOf(cite), variables: { id, at: `${friday}T09:00` } });
    expect(accepted.data).toEqual({
      acceptMeetingRequest: {
        state: 'accepted',
        from: { name: asks.name },
        to: { name: cite.name },
        meeting: { state: 'scheduled', startsAt: '2025-06-20T14:00:00.000Z', sequence: 0, table: { number: 1 } },
      },
    });
  });

  it('are refused a taken slot in the language of the viewer, with the next free ones', async () => {
    const request = await aRequest(api, third, cite);
    const { data } = await graphql<{ acceptMeetingRequest: Refused }>(api.url, accept, {
      link: linkOf(cite),
      variables: { id: request.id, at: `${friday}T09:00` },
    });
    expect(data.acceptMeetingRequest).toMatchObject({ code: 'SLOT_TAKEN', field: 'startsAt' });
    const details = new Map(data.acceptMeetingRequest.details.map(({ name, value }) => [name, value]));
    expect(details.get('alternatives')).toBe(`${friday}T09:20,${friday}T09:40,${friday}T10:00`);
  });

  it('are listed to a party that names itself, and not to one that names another', async () => {
    const query = `query ($event: ID!, $party: ID) {
      meetingRequests(eventId: $event, filter: { partyId: $party }) { totalCount edges { node { from { name } to { name } meeting { table { number } } } } }
    }`;
    const list = (partyId: string | null) =>
      graphql<{ meetingRequests: { totalCount: number } }>(api.url, query, {
        link: linkOf(third),
        variables: { event: eventId, party: partyId },
      });
    expect((await list(third.id)).data.meetingRequests.totalCount).toBe(1);
    expect(codes(await list(cite.id))).toEqual(['FORBIDDEN']);
    expect(codes(await list(null))).toEqual(['FORBIDDEN']);
    const all = await graphql<{ meetingRequests: { totalCount: number } }>(api.url, query, {
      cookie: reader.cookie,
      variables: { event: eventId, party: null },
    });
    expect(all.data.meetingRequests.totalCount).toBe(2);
  });

  it('of an unknown or malformed id are not found', async () => {
    const ids = ['00000000-0000-4000-8000-000000000000', 'x', ''];
    for (const id of ids) {
      const answer = await graphql(api.url, accept, { cookie: organiser.cookie, variables: { id, at: null } });
      expect(codes(answer)).toEqual(['NOT_FOUND']);
    }
  });

  it('give one meeting when 200 of one slot are accepted at once', async () => {
    const event = await anEvent(api);
    await aBlock(api, event.id, { tables: 4 });
    const host = await aParty(api, event.id);
    const ids = await manyRequests(api, host, 200);
    const link = linkOf(host);
    const answers = await Promise.all(
      ids.map((id) =>
        graphql<{ acceptMeetingRequest: { state?: string; code?: string } }>(api.url, accept, {
          link,
          variables: { id, at: `${friday}T09:20` },
        }),
      ),
    );
    const outcomes = answers.map(
      ({ data, errors }) => errors?.[0]?.message ?? data.acceptMeetingRequest.state ?? data.acceptMeetingRequest.code,
    );
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect({ accepted: count('accepted'), taken: count('SLOT_TAKEN') }).toEqual({ accepted: 1, taken: 199 });
  }, 180_000);
});
