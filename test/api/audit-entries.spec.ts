import { OrganizationService, RoleService } from '#identity';
import { theSystem } from '#platform';
import { signedIn, testApi, type SignedInStaff, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { everyDeed } from '../attacks/foreign-deeds.js';
import { doAll } from '../attacks/own-deeds.js';
import { done } from '../factories/delegations.js';
import { aWorld, type World } from '../factories/worlds.js';

/** An entry as it stands in its table. */
type Entry = Readonly<Record<string, unknown>>;

/** What only puts a question, by which nothing opens yet. */
const questions = ['startAuthenticator', 'startPasskeyProof', 'startPasskeyRegistration', 'startPasskeySignIn'];

/** What here finds everything as it is wished already; each is seen to leave its entry where it finds something to change. */
const already = [
  'openDelegation',
  'reorderEventOrganizers',
  'reorderSpeakers',
  'restoreEvent',
  'restoreRoom',
  'restoreVenue',
  'revokeRole',
  'updateSpeaker',
];

/** What changes a secret, or ends something: there is no state that could be shown. */
const stateless = [
  'anonymisePerson',
  'changeMyPassword',
  'endMyOtherSessions',
  'endMySession',
  'inviteStaffAgain',
  'proveWithPassword',
  'removeAuthenticator',
  'renewRecoveryCodes',
  'resetStaffFactors',
  'signOut',
];

/** What every entry tells: when, who, from where, what was done to which row, and how it was or became. */
function missingIn(entry: Entry): string[] {
  const { before, after } = entry;
  const needed = [
    'recorded_at',
    'actor_kind',
    'actor_id',
    'address',
    'agent',
    'request_id',
    'action',
    'subject',
    'subject_id',
  ];
  const absent = needed.filter((name) => entry[name] === null || entry[name] === undefined || entry[name] === '');
  const shows = before !== null || after !== null || stateless.includes(String(entry['action']));
  return shows ? absent : [...absent, 'before or after'];
}

let api: TestApi;
let own: World;
let owner: SignedInStaff;
let administrator: SignedInStaff;

beforeAll(async () => {
  api = await testApi();
  const { id: organizationId } = done(
    await api.get(OrganizationService).create(theSystem, { name: 'La de las filas' }),
  );
  own = await aWorld(api, organizationId);
  owner = await signedIn(api);
  done(await api.get(RoleService).give(theSystem, { organizationId }, owner.email, 'owner'));
  administrator = await signedIn(api, { isAdministrator: true });
}, 60_000);
afterAll(() => api.close());

/** The entries that were written since. */
async function entriesAfter(sequence: string): Promise<Entry[]> {
  return api.dataSource.query<Entry[]>(
    `SELECT sequence::text, recorded_at, actor_kind, actor_id, on_behalf_of, came_from ->> 'address' AS address,
            came_from ->> 'agent' AS agent, request_id, action, subject, subject_id, event_id, organization_id, before, after
     FROM audit_entry WHERE sequence > $1 ORDER BY sequence`,
    [sequence],
  );
}

async function latest(): Promise<string> {
  const [{ sequence }] = await api.dataSource.query<{ sequence: string }[]>(
    'SELECT max(sequence)::text AS sequence FROM audit_entry',
  );
  return sequence;
}

it('every mutation that is carried out leaves an entry of its name with every field of it', async () => {
  const deeds = everyDeed(api.get(GraphQLSchemaHost).schema);
  const hands = { owner: owner.cookie, administrator: administrator.cookie, own };
  const actors = new Map([
    [owner.cookie, owner.accountId],
    [administrator.cookie, administrator.accountId],
    [own['cookie'], own['Account']],
  ]);
  const silent = new Set([...questions, ...already]);
  const faults: string[] = [];
  let carriedOut = 0;
  let sequence = await latest();
  await doAll(api.url, deeds, hands, async ({ field }, found, cookie) => {
    const entries = await entriesAfter(sequence);
    sequence = (entries.at(-1)?.['sequence'] as string | undefined) ?? sequence;
    if (found === 'done') carriedOut += 1;
    if (found === 'done' && !silent.has(field) && !entries.some(({ action }) => action === field))
      faults.push(`${field}: ${entries.length} entries, none its own`);
    for (const entry of entries) {
      const missing = missingIn(entry);
      if (entry['actor_id'] !== actors.get(cookie)) missing.push('the right actor');
      if (entry['on_behalf_of'] !== null) missing.push('nobody else, for whom it was done');
      if (missing.length > 0) faults.push(`${field}, ${String(entry['action'])}: ${missing.join(', ')}`);
    }
  });
  expect(faults).toEqual([]);
  // The others find a row in a state that refuses them, or need a device or a mailed code: their own tests carry them out, in each of
  // which a deed without its entry is an error.
  expect(carriedOut).toBeGreaterThan(70);
}, 120_000);

it('an entry that lacks one of them would be seen', () => {
  expect(missingIn({ action: 'updateRoom', before: null, after: null })).toEqual([
    'recorded_at',
    'actor_kind',
    'actor_id',
    'address',
    'agent',
    'request_id',
    'subject',
    'subject_id',
    'before or after',
  ]);
});
