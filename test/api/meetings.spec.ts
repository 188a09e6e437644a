import { LinkService } from '#identity';
import type { MeetingParty } from '#meetings';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { anInstitution } from '../factories/delegations.js';
import { aMeeting, aMeetingDay, friday } from '../factories/meetings.js';

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
interface Refused {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly details: { name: string; value: string }[];
}

describe('meeting blocks', () => {
  const open = `mutation ($input: MeetingBlockInput!) {
    openMeetingBlock(input: $input) { ... on MeetingBlock { name tables { number } slots { startsAt } room { name } } ${refusal} }
  }`;
  const input = {
    eventId: '',
    name: 'Sábado',
    startsAt: '2025-06-21T09:00',
    endsAt: '2025-06-21T10:00',
    slotMinutes: 20,
    tables: 2,
  };

  it('are opened by organisers with tables and slots', async () => {
    const { data } = await graphql(api.url, open, {
      cookie: organiser.cookie,
      variables: { input: { ...input, eventId } },
    });
    expect(data).toEqual({
      openMeetingBlock: {
        name: 'Sábado',
        tables: [{ number: 1 }, { number: 2 }],
        slots: ['14:00', '14:20', '14:40'].map((time) => ({ startsAt: `2025-06-21T${time}:00.000Z` })),
        room: null,
      },
    });
  });

  it('are refused with how to mend them', async () => {
    const wrong: [object, string, string][] = [
      [{ endsAt: '2025-06-21T08:00' }, 'BLOCK_ENDS_BEFORE_START', 'endsAt'],
      [{ startsAt: '2025-06-22T09:00', endsAt: '2025-06-22T10:00' }, 'BLOCK_OUTSIDE_EVENT', 'startsAt'],
      [{ startsAt: '2025-06-20T10:30', endsAt: '2025-06-20T12:00' }, 'BLOCKS_OVERLAP', 'startsAt'],
      [{ startsAt: '20 de junio' }, 'TIME_DOES_NOT_EXIST', 'startsAt'],
      [{ startsAt: '2025-06-21T15:00', endsAt: '2025-06-21T16:00', tables: 0 }, 'BLOCK_TABLES', 'tables'],
    ];
    for (const [change, code, field] of wrong) {
      const variables = { input: { ...input, eventId, ...change } };
      const { data } = await graphql<{ openMeetingBlock: Refused }>(api.url, open, {
        cookie: organiser.cookie,
        variables,
      });
      expect(data.openMeetingBlock).toMatchObject({ code, field });
    }
  });

  it('are not opened by readers, nor by parties', async () => {
    const variables = { input: { ...input, eventId } };
    expect(codes(await graphql(api.url, open, { cookie: reader.cookie, variables }))).toEqual(['FORBIDDEN']);
    expect(codes(await graphql(api.url, open, { link: linkOf(cite), variables }))).toEqual(['FORBIDDEN']);
  });
});

describe('meeting parties', () => {
  const join = `mutation ($event: ID!, $institution: ID!, $person: ID!) {
    joinMeetings(eventId: $event, institutionId: $institution, contactPersonId: $person) {
      ... on MeetingParty { name institution { kind } contact { fullName } unavailable { startsAt } } ${refusal}
    }
  }`;

  it('join once per institution', async () => {
    const institution = await anInstitution(api, 'Mancomunidad Municipal Qullasuyu');
    const variables = { event: eventId, institution: institution.id, person: cite.contactPersonId };
    const first = await graphql(api.url, join, { cookie: organiser.cookie, variables });
    expect(first.data).toEqual({
      joinMeetings: {
        name: 'Mancomunidad Municipal Qullasuyu',
        institution: { kind: 'mancomunidad' },
        contact: { fullName: 'Nélida Ticona Flores' },
        unavailable: [],
      },
    });
    const again = await graphql<{ joinMeetings: Refused }>(api.url, join, { cookie: organiser.cookie, variables });
    expect(again.data.joinMeetings).toMatchObject({ code: 'PARTY_ALREADY_THERE', field: 'institutionId' });
  });

  it('are found by each other, accents and case aside, a page at a time', async () => {
    const query = `query ($event: ID!, $search: String!) {
      meetingParties(eventId: $event, search: $search, first: 1) { totalCount pageInfo { hasNextPage } edges { node { name contact { fullName } } } }
    }`;
    const search = async (words: string) =>
      (
        await graphql<{ meetingParties: object }>(api.url, query, {
          link: linkOf(cite),
          variables: { event: eventId, search: words },
        })
      ).data.meetingParties;
    expect(await search('QÚLLASUYU municipal')).toEqual({
      totalCount: 1,
      pageInfo: { hasNextPage: false },
      edges: [{ node: { name: 'Mancomunidad Municipal Qullasuyu', contact: null } }],
    });
    expect(await search('')).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  });

  it('keep time free, and tell it to nobody else', async () => {
    const set = `mutation ($id: ID!, $slots: [String!]!) {
      setPartyAvailability(partyId: $id, unavailableSlots: $slots) { ... on MeetingParty { unavailable { startsAt } } ${refusal} }
    }`;
    const link = linkOf(third);
    const keep = async (slots: string[]) =>
      (await graphql<{ setPartyAvailability: object }>(api.url, set, { link, variables: { id: third.id, slots } })).data
        .setPartyAvailability;
    expect(await keep([`${friday}T10:40`])).toEqual({ unavailable: [{ startsAt: '2025-06-20T15:40:00.000Z' }] });
    expect(await keep([`${friday}T10:41`])).toMatchObject({ code: 'AVAILABILITY_UNKNOWN_SLOT' });
    const spy = `query ($id: ID!) { meetingParty(id: $id) { unavailable { startsAt } } }`;
    expect(codes(await graphql(api.url, spy, { link: linkOf(cite), variables: { id: third.id } }))).toEqual([
      'FORBIDDEN',
    ]);
    const free = `query ($a: ID!, $b: ID!) { freeSlots(partyId: $a, withPartyId: $b) { startsAt } }`;
    const { data } = await graphql<{ freeSlots: { startsAt: string }[] }>(api.url, free, {
      link,
      variables: { a: third.id, b: cite.id },
    });
    const onFriday = data.freeSlots.filter(({ startsAt }) => startsAt.startsWith(friday));
    expect(onFriday.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      '14:00',
      '14:20',
      '14:40',
      '15:00',
      '15:20',
    ]);
    expect(await keep([])).toEqual({ unavailable: [] });
  });
});

describe('bilateral meetings', () => {
  const move = `mutation ($id: ID!, $at: String!, $version: Int) {
    rescheduleMeeting(meetingId: $id, startsAt: $at, version: $version) { ... on BilateralMeeting { startsAt sequence version calendarUid } ${refusal} }
  }`;
  const cancel = `mutation ($id: ID!, $reason: String!) {
    cancelMeeting(meetingId: $id, reason: $reason) { ... on BilateralMeeting { state cancelledBy reason sequence } ${refusal} }
  }`;

  it('are moved and cancelled by their parties and organisers', async () => {
    const { parties, event } = await aMeetingDay(api, 2);
    const meeting = await aMeeting(api, parties[0], parties[1], '09:00');
    const link = linkOf(parties[0]);
    const variables = { id: meeting.id, at: `${friday}T10:00`, version: 1 };
    const moved = { startsAt: '2025-06-20T15:00:00.000Z', sequence: 1, version: 2, calendarUid: meeting.calendarUid };
    expect((await graphql(api.url, move, { link, variables })).data).toEqual({ rescheduleMeeting: moved });
    const stale = await graphql<{ rescheduleMeeting: Refused }>(api.url, move, {
      link,
      variables: { ...variables, at: `${friday}T10:20` },
    });
    expect(stale.data.rescheduleMeeting.code).toBe('MEETING_CHANGED');
    expect(codes(await graphql(api.url, move, { link: linkOf(cite), variables }))).toEqual(['NOT_FOUND']);
    expect(
      codes(await graphql(api.url, cancel, { cookie: organiser.cookie, variables: { id: meeting.id, reason: 'No' } })),
    ).toEqual(['NOT_FOUND']);
    const own = await signedIn(api, { roles: { [event.id]: 'organiser' } });
    const cancelled = { state: 'cancelled', cancelledBy: 'organiser', reason: 'Se suspende la sala', sequence: 2 };
    const answer = await graphql(api.url, cancel, {
      cookie: own.cookie,
      variables: { id: meeting.id, reason: 'Se suspende la sala' },
    });
    expect(answer.data).toEqual({ cancelMeeting: cancelled });
  });

  it('are listed in order of time with table and request', async () => {
    await aMeeting(api, asks, cite, '09:00');
    const query = `query ($event: ID!, $party: ID) {
      bilateralMeetings(eventId: $event, filter: { partyId: $party }) { totalCount edges { node { state table { number } request { topic from { name } } } } }
    }`;
    const { data } = await graphql(api.url, query, {
      link: linkOf(asks),
      variables: { event: eventId, party: asks.id },
    });
    expect(data).toEqual({
      bilateralMeetings: {
        totalCount: 1,
        edges: [
          {
            node: {
              state: 'scheduled',
              table: { number: 1 },
              request: { topic: 'Fibra de alpaca', from: { name: asks.name } },
            },
          },
        ],
      },
    });
  });

  it('are noted as held or missed once they have begun', async () => {
    const { parties } = await aMeetingDay(api, 2);
    const meeting = await aMeeting(api, parties[0], parties[1], '09:00');
    const held = `mutation ($id: ID!) { markMeetingHeld(meetingId: $id) { ... on BilateralMeeting { state } ${refusal} } }`;
    const missed = `mutation ($id: ID!, $party: ID!) {
      markMeetingNoShow(meetingId: $id, partyId: $party) { ... on BilateralMeeting { state noShow { name } } ${refusal} }
    }`;
    const link = linkOf(parties[1]);
    const early = await graphql<{ markMeetingHeld: Refused }>(api.url, held, { link, variables: { id: meeting.id } });
    expect(early.data.markMeetingHeld.code).toBe('MEETING_NOT_BEGUN');
    api.clock.set(meeting.endsAt);
    const { data } = await graphql(api.url, missed, { link, variables: { id: meeting.id, party: parties[0].id } });
    expect(data).toEqual({ markMeetingNoShow: { state: 'no_show', noShow: { name: parties[0].name } } });
  });
});
