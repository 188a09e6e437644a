import type { BilateralMeeting, MeetingParty } from '#meetings';
import { PersonService } from '#people';
import { theSystem } from '#platform';
import { InvitationService, RegisterService, type Delegation } from '#registrations';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { aDelegation, anEvent, done, focalPointOf, people } from '../factories/delegations.js';
import { aBlock, aMeeting, aParty, aRequest } from '../factories/meetings.js';

interface Connection {
  readonly totalCount: number;
  readonly edges: { readonly node: Record<string, unknown> }[];
}

/** What organisers look for in the lists of their event. */
describe("an organiser's lists", () => {
  let api: TestApi;
  let eventId: string;
  let organiser: SignedInStaff;
  let stranger: SignedInStaff;

  beforeAll(async () => {
    api = await testApi();
    eventId = (await anEvent(api)).id;
    organiser = await signedIn(api, { roles: { [eventId]: 'organiser' } });
    stranger = await signedIn(api, { roles: { [(await anEvent(api)).id]: 'organiser' } });
  });
  afterAll(() => api.close());

  /** The rows of a list; the code of the error when there is none. */
  const list = async (noun: string, type: string, fields: string, asked: object, staff = organiser) => {
    const query = `query ($eventId: ID!, $filter: ${type}Filter, $search: String) {
      list: ${noun}(eventId: $eventId, filter: $filter, search: $search) { totalCount edges { node { ${fields} } } }
    }`;
    const variables = { eventId, ...asked };
    const { data, errors } = await graphql<{ list: Connection } | null>(api.url, query, { ...staff, variables });
    return errors?.[0].extensions.code ?? data?.list.edges.map(({ node }) => node);
  };

  describe('of registrations', () => {
    let delegation: Delegation;
    const rows = (asked: object, staff?: SignedInStaff) =>
      list('registrations', 'Registration', 'person { givenNames } delegation { institutionId }', asked, staff);
    const namesOf = async (asked: object) =>
      ((await rows(asked)) as { person: { givenNames: string } }[]).map(({ person }) => person.givenNames);

    beforeAll(async () => {
      delegation = await aDelegation(api, { eventId, quota: 2 });
      const other = await aDelegation(api, { eventId });
      const register = api.get(RegisterService);
      await register.register(focalPointOf(delegation), {
        delegationId: delegation.id,
        people: people(3),
        mayWait: true,
      });
      await register.register(focalPointOf(other), { delegationId: other.id, people: people(1) });
    });

    it('are narrowed to an institution and to states', async () => {
      const { institutionId } = delegation;
      expect(await namesOf({ filter: { institutionId } })).toEqual(['Rosa', 'Julián', 'Nélida']);
      expect(await namesOf({ filter: { institutionId, states: ['draft', 'confirmed'] } })).toEqual([]);
      expect(await namesOf({ filter: { states: ['draft'] } })).toEqual(['Rosa']);
    });

    it('are found by a part of the person or the institution, whatever the accents', async () => {
      expect(await namesOf({ search: 'nelida' })).toEqual(['Nélida']);
      expect(await namesOf({ search: 'mancomunidad' })).toEqual(['Rosa', 'Julián', 'Nélida', 'Rosa']);
      expect(await namesOf({ search: '_' })).toEqual([]);
    });

    it('are counted by state', async () => {
      const query = 'query ($eventId: ID!) { registrationCounts(eventId: $eventId) { state count } }';
      const { data } = await graphql(api.url, query, { ...organiser, variables: { eventId } });
      expect(data).toEqual({
        registrationCounts: [
          { state: 'draft', count: 1 },
          { state: 'waitlisted', count: 3 },
        ],
      });
    });

    it("are nobody else's", async () => {
      expect(await rows({}, stranger)).toBe('NOT_FOUND');
    });

    it('leave as a file with the filters of the list, for whoever was proved recently and nobody of another event', async () => {
      const take = async ({ cookie }: SignedInStaff) => {
        const { institutionId } = delegation;
        const query = new URLSearchParams({ eventId, institution: institutionId, search: 'nelida' });
        const answer = await fetch(`${api.url}/exports/registrations.csv?${query.toString()}`, { headers: { cookie } });
        const lines = (await answer.text()).split(/\r?\n/).filter(Boolean);
        return answer.ok ? lines.map((line) => line.split(/[;,]/).slice(1, 3).join(' ')) : answer.status;
      };
      const [head, ...rows] = (await take(organiser)) as string[];
      expect([head, rows]).toEqual(['Nombres Apellidos', ['Nélida Ticona Flores']]);
      expect(await take(stranger)).toBe(403);
    });

    it('stand beside delegations that are narrowed by state', async () => {
      const states = (asked: object) => list('delegations', 'Delegation', 'state', asked);
      expect(await states({ filter: { states: ['opened'] } })).toEqual([{ state: 'opened' }, { state: 'opened' }]);
      expect(await states({ filter: { states: ['invited', 'closed'] } })).toEqual([]);
    });
  });

  describe('of invitations', () => {
    const invite = async (givenNames: string) => {
      const person = { givenNames, familyNames: 'Condori', email: `${givenNames.toLowerCase()}@demo.example` };
      const rows = [{ topic: 'Fibra de alpaca', person }];
      return (await api.get(InvitationService).inviteSpeakers(theSystem, eventId, rows)).done[0];
    };
    const fields = 'kind state person { fullName } delegation { id } message { state }';

    it('are narrowed by state and found by name and address', async () => {
      await invite('Óscar');
      const revoked = await invite('Elmer');
      await api.get(InvitationService).revoke(theSystem, revoked.id);
      const one = (givenNames: string, state: string) => ({
        kind: 'speaker',
        state,
        person: { fullName: `${givenNames} Condori` },
        delegation: null,
        message: null,
      });
      const ask = (asked: object) => list('invitations', 'Invitation', fields, asked);
      expect(await ask({ filter: { states: ['revoked'] } })).toEqual([one('Elmer', 'revoked')]);
      expect(await ask({ search: 'oscar' })).toEqual([one('Óscar', 'queued')]);
      expect(await ask({ search: 'elmer@demo', filter: { kind: 'focal_point' } })).toEqual([]);
    });

    it('in bulk need a recent proof of who sends them, one does not', async () => {
      const mutation = `mutation ($eventId: ID!, $input: [SpeakerInvitationInput!]!) {
        inviteSpeakers(eventId: $eventId, input: $input) { invitations { state } }
      }`;
      const person = (name: string) => ({ givenNames: name, familyNames: 'Apaza', email: `${name}@demo.example` });
      const send = async (...names: string[]) => {
        const input = names.map((name) => ({ topic: 'Lana', person: person(name) }));
        const answer = await graphql<object>(api.url, mutation, { ...organiser, variables: { eventId, input } });
        return answer.errors?.[0].extensions.code ?? answer.data;
      };
      api.clock.advance(6 * 60_000);
      expect(await send('Ana', 'Eva')).toBe('STEP_UP_NEEDED');
      expect(await send('Luz')).toEqual({ inviteSpeakers: { invitations: [{ state: 'queued' }] } });
    });
  });

  describe('of meetings', () => {
    let cite: MeetingParty;
    let meeting: BilateralMeeting;

    beforeAll(async () => {
      await aBlock(api, eventId);
      cite = await aParty(api, eventId, 'CITEtextil Camélidos');
      const asks = await aParty(api, eventId, 'Mancomunidad Ñaupas');
      meeting = await aMeeting(api, asks, cite, '09:00');
      await aRequest(api, await aParty(api, eventId, 'Mancomunidad Áncash'), cite);
    });

    it('are found by the parties and the topic, whatever the accents', async () => {
      const ask = (asked: object) => list('bilateralMeetings', 'BilateralMeeting', 'id', asked);
      expect(await ask({ search: 'naupas' })).toEqual([{ id: meeting.id }]);
      expect(await ask({ search: 'ALPACA', filter: { states: ['scheduled'] } })).toEqual([{ id: meeting.id }]);
      expect(await ask({ search: 'ancash' })).toEqual([]);
    });

    it('stand beside requests that are narrowed by state', async () => {
      const ask = (asked: object) => list('meetingRequests', 'MeetingRequest', 'from { name }', asked);
      expect(await ask({ filter: { states: ['requested'] } })).toEqual([{ from: { name: 'Mancomunidad Áncash' } }]);
      expect(await ask({ search: 'camelidos', filter: { states: ['accepted'] } })).toEqual([
        { from: { name: 'Mancomunidad Ñaupas' } },
      ]);
    });

    it('leave as a file by the clock of the event', async () => {
      const answer = await fetch(`${api.url}/exports/meetings.csv?eventId=${eventId}`, {
        headers: { cookie: organiser.cookie },
      });
      const text = await answer.text();
      expect([answer.status, text.includes('CITEtextil Camélidos'), text.includes('2025-06-20 09:00')]).toEqual([
        200,
        true,
        true,
      ]);
    });

    it('lend their names to their reminders', async () => {
      const query = `query ($eventId: ID!) {
        reminders(eventId: $eventId) { edges { node { meeting { id } session { id } } } }
      }`;
      const { data } = await graphql<{ reminders: Connection }>(api.url, query, {
        ...organiser,
        variables: { eventId },
      });
      const node = { meeting: { id: meeting.id }, session: null };
      expect(data.reminders.edges).toEqual([{ node }, { node }]);
    });
  });

  describe('handing a delegation over', () => {
    const mutation = `mutation ($id: ID!, $personId: ID!) {
      changeFocalPoint(id: $id, personId: $personId) { ... on Delegation { focalPoint { fullName } } ... on Refusal { code } }
    }`;
    const handOver = async (id: string, personId: string, staff = organiser) => {
      const answer = await graphql<{ changeFocalPoint: object }>(api.url, mutation, {
        ...staff,
        variables: { id, personId },
      });
      return answer.errors?.[0].extensions.code ?? answer.data.changeFocalPoint;
    };
    const aPerson = async (givenNames: string, email?: string) =>
      done(await api.get(PersonService).create(theSystem, { givenNames, familyNames: 'Mamani', email })).id;

    it("gives the new focal point a link of their own and ends the former one's", async () => {
      const delegation = await aDelegation(api, { eventId });
      const personId = await aPerson('Nilda', 'nilda@demo.example');
      expect(await handOver(delegation.id, personId)).toEqual({ focalPoint: { fullName: 'Nilda Mamani' } });
      const [row] = await api.dataSource.query<{ ended: boolean; current: string }[]>(
        `SELECT link_id AS current, (SELECT revoked_at IS NOT NULL FROM signed_link WHERE id = $2) AS ended FROM delegation WHERE id = $1`,
        [delegation.id, delegation.linkId],
      );
      expect([row.ended, row.current === delegation.linkId]).toEqual([true, false]);
    });

    it('is refused to somebody without e-mail, and to strangers', async () => {
      const { id } = await aDelegation(api, { eventId });
      const personId = await aPerson('Juan');
      expect(await handOver(id, personId)).toEqual({ code: 'FOCAL_POINT_WITHOUT_EMAIL' });
      expect(await handOver(id, personId, stranger)).toBe('NOT_FOUND');
    });
  });
});
