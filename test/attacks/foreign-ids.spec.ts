import { OrganizationService, RoleService } from '#identity';
import { newId } from '#kernel';
import { theSystem } from '#platform';
import { graphql, signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { done } from '../factories/delegations.js';
import { aWorld, type World } from '../factories/worlds.js';
import { selectionOf } from '../support/foreign-rows.js';
import { everyDeed, everyLookup, type Deed, type Ids, type IdPlace } from './foreign-deeds.js';
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

const deeds = (): Deed[] => everyDeed(api.get(GraphQLSchemaHost).schema);
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

/** The code of the error or of the refusal; `done` where it was carried out. */
async function outcome({ field, query, variables }: Deed, cookie: string, ids: Ids): Promise<string> {
  type Answer = { asked: { code?: string; refusals?: { code: string }[] } | null } | null;
  const { data, errors } = await graphql<Answer>(api.url, query, { cookie, variables: variables(ids) });
  const code = errors?.[0].extensions.code ?? data?.asked?.code ?? data?.asked?.refusals?.[0]?.code;
  if (code && /BAD_|GRAPHQL|INTERNAL/.test(code)) throw new Error(`${field}: ${JSON.stringify(errors)}`);
  return code ?? 'done';
}

const rowOf = (world: World, { kind, path }: IdPlace): string => {
  const id = world[kind];
  if (!id) throw new Error(`${path} is an id of a ${kind}, of which test/factories/worlds.ts makes none`);
  return id;
};

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
        const found = await outcome(deed, staff.cookie, { at, wished: isForeign });
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

const accountsOwn = ['Passkey', 'StaffSession', 'Import', 'SignInChallenge'];
const isOfAccount = ({ field }: Deed): boolean => /Staff(Account|Again|Factors|SecondFactor)/.test(field);
const isOwn = ({ places }: Deed): boolean => places.some(({ kind }) => accountsOwn.includes(kind));

/** What takes a row away comes last, since what was done before must still find it; whose session ends asks first. */
function turnOf(deed: Deed): number {
  if (isOwn(deed)) return deed.field === 'endMySession' ? 1 : 0;
  if (isOfAccount(deed)) return 4;
  return /^(anonymise|archive|cancel|close|remove|revoke|undo)/.test(deed.field) ? 3 : 2;
}

/** Who may: an account what is its own, an administrator what is of the whole platform, and everything else the owner. */
function handOf(deed: Deed, { staff, own }: Stranger): string {
  if (isOwn(deed)) return own['cookie'];
  const isOfPlatform = isOfAccount(deed) || deed.places.some(({ kind }) => kind === 'Job');
  return isOfPlatform ? administrator.cookie : staff.cookie;
}

describe('the same with ids of one’s own', () => {
  it('is let through, so that the walk is known to ask for something', async () => {
    const [owner] = strangers;
    const before = await tableDigests(api.dataSource);
    const shut: string[] = [];
    for (const deed of deeds().sort((one, other) => turnOf(one) - turnOf(other))) {
      const at = (place: IdPlace) => rowOf(owner.own, place);
      const found = await outcome(deed, handOf(deed, owner), { at, wished: () => false });
      if (['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'].includes(found)) shut.push(`${deed.field} ${found}`);
    }
    expect(shut).toEqual([]);
    expect((await changedSince(api.dataSource, before)).length).toBeGreaterThan(20);
  });
});
