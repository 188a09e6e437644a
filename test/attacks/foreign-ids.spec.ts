import { OrganizationService, RoleService } from '#identity';
import { newId } from '#kernel';
import { theSystem } from '#platform';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { done } from '../factories/delegations.js';
import { aWorld, type World } from '../factories/worlds.js';
import { selectionOf } from '../support/foreign-rows.js';
import { everyDeed, everyLookup, takesIds, type Deed, type Ids, type IdPlace } from './foreign-deeds.js';
import { doAll, outcomeOf, rowOf } from './own-deeds.js';
import { changedSince, tableDigests } from './table-digests.js';

/**
 * Rows of others by their id, and ids of others beside one's own: at alf.io the users of one organisation changed the events of another
 * (CVE-2023-2260), at pretix a key showed the check-ins of every event (CVE-2026-5600), at cal.com whoever named a team got its webhooks
 * (CVE-2026-16624). Each operation of the schema is tried, in the name of who works elsewhere.
 */
let api: TestApi;
let victim: World;
let strangers: Stranger[];
let administrator: SignedInStaff;

interface Stranger {
  readonly name: string;
  readonly staff: SignedInStaff;
  readonly own: World;
  /** Kinds of rows that are theirs as well: the directory of institutions, and the people of their own organisation. */
  readonly shared: ReadonlySet<string>;
}

beforeAll(async () => {
  api = await testApi();
  const organizationOf = async (name: string) =>
    done(await api.get(OrganizationService).create(theSystem, { name })).id;
  const [ours, theirs] = [await organizationOf('La de las filas'), await organizationOf('Otra')];
  victim = await aWorld(api, ours);
  const directory = ['Institution', 'OtherInstitution'];
  const [owner, neighbour] = [await signedIn(api), await signedIn(api)];
  done(await api.get(RoleService).give(theSystem, { organizationId: theirs }, owner.email, 'owner'));
  const sibling = await aWorld(api, ours);
  done(await api.get(RoleService).give(theSystem, { eventId: sibling['Event'] }, neighbour.email, 'owner'));
  const people = ['Person', 'OtherPerson', 'Position', 'PrivacyRequest', 'Organization'];
  strangers = [
    { name: 'owner of another organisation', staff: owner, own: await aWorld(api, theirs), shared: new Set(directory) },
    { name: 'owner of another event', staff: neighbour, own: sibling, shared: new Set([...directory, ...people]) },
  ];
  administrator = await signedIn(api, { isAdministrator: true });
}, 90_000);
afterAll(() => api.close());

const deeds = (): Deed[] => everyDeed(api.get(GraphQLSchemaHost).schema).filter(takesIds);
const lookups = (): Deed[] => everyLookup(api.get(GraphQLSchemaHost).schema, ({ type }) => selectionOf(type) ?? '');

/** Which ids are the victim's: all of them, or one beside the stranger's own. */
function attemptsAt({ places }: Deed, shared: ReadonlySet<string>): ((place: IdPlace) => boolean)[] {
  const closed = places.filter(({ kind }) => !shared.has(kind));
  if (closed.length === 0) return [];
  const alone =
    places.length > 1
      ? closed.map(
          ({ path }) =>
            (place: IdPlace) =>
              place.path === path,
        )
      : [];
  return [() => true, ...alone];
}

/** They tell that nothing is to be taken away: of one's own, or of somebody who has no role in one's own place. */
const takeNothing = /^(endMySession|revokePasskey) of id$|^revoke(Event)?Role of accountId$/;

/** Does it for each, a few at a time. */
async function each<T>(items: readonly T[], body: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await body(item);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

describe('a mutation with an id of somebody else’s row', () => {
  it.each([0, 1])('is refused to whoever works elsewhere, and changes nothing (%i)', async (index) => {
    const { staff, own, shared } = strangers[index];
    const before = await tableDigests(api.dataSource);
    const carriedOut: string[] = [];
    let asked = 0;
    await each(deeds(), async (deed) => {
      for (const isForeign of attemptsAt(deed, shared)) {
        const at = (place: IdPlace) => rowOf(isForeign(place) ? victim : own, place);
        const found = await outcomeOf(api.url, deed, staff.cookie, { at, wished: isForeign });
        asked += 1;
        const foreign = deed.places.filter(isForeign).map(({ path }) => path);
        const tried = `${deed.field} of ${foreign.join(', ')}`;
        if (found === 'done' && !takeNothing.test(tried)) carriedOut.push(tried);
      }
    });
    expect(carriedOut).toEqual([]);
    expect(await changedSince(api.dataSource, before)).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });
});

/** A question's whole answer, with the ids that were asked for taken out: they may be told back. */
async function answerTo({ query, variables }: Deed, cookie: string, ids: Ids): Promise<string> {
  const given = variables(ids);
  const { data, errors } = await graphql<unknown>(api.url, query, { cookie, variables: given });
  return JSON.stringify([data, errors?.map(({ extensions }) => extensions.code)]);
}

describe('a question with an id of somebody else’s row', () => {
  it.each([0, 1])('is answered as one with the id of no row at all (%i)', async (index) => {
    const { staff, own, shared } = strangers[index];
    const told: string[] = [];
    let asked = 0;
    await each(lookups(), async (deed) => {
      for (const isForeign of attemptsAt(deed, shared)) {
        const ids = (other: (place: IdPlace) => string): Ids => ({
          at: (place) => (isForeign(place) ? other(place) : rowOf(own, place)),
          wished: isForeign,
        });
        const theirs = await answerTo(
          deed,
          staff.cookie,
          ids((place) => rowOf(victim, place)),
        );
        const nobodys = await answerTo(
          deed,
          staff.cookie,
          ids(() => newId()),
        );
        asked += 1;
        if (theirs !== nobodys) told.push(`${deed.field}: ${theirs} instead of ${nobodys}`.slice(0, 400));
      }
    });
    expect(told).toEqual([]);
    expect(asked).toBeGreaterThan(40);
  });
});

describe('the same with ids of one’s own', () => {
  it('is let through, so that the walk is known to ask for something', async () => {
    const [{ staff, own }] = strangers;
    const before = await tableDigests(api.dataSource);
    const shut: string[] = [];
    const hands = { owner: staff.cookie, administrator: administrator.cookie, own };
    await doAll(api.url, deeds(), hands, ({ field }, found) => {
      if (['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'].includes(found)) shut.push(`${field} ${found}`);
    });
    expect(shut).toEqual([]);
    expect((await changedSince(api.dataSource, before)).length).toBeGreaterThan(20);
  });
});
