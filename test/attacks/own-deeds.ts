import { graphql } from '#support';
import type { World } from '../factories/worlds.js';
import type { Deed, IdPlace, Ids } from './foreign-deeds.js';

/** Who may do what with the rows of a world: its owner, the colleague who works there, and an administrator. */
export interface Hands {
  readonly owner: string;
  readonly administrator: string;
  readonly own: World;
}

const accountsOwn = ['Passkey', 'StaffSession', 'Import', 'SignInChallenge'];
const ofPlatform = /Staff(Account|Again|Factors|SecondFactor|Invitation)|^createOrganization$|^retryJob$/;
const ofAccount = /Staff(Account|Again|Factors|SecondFactor|Invitation)/;
const isOwn = ({ places }: Deed): boolean => places.some(({ kind }) => accountsOwn.includes(kind));

/** What takes a row away comes last, since what was done before must still find it; whose session ends asks first. */
export function turnOf(deed: Deed): number {
  if (isOwn(deed)) return deed.field === 'endMySession' ? 1 : 0;
  if (ofAccount.test(deed.field)) return 5;
  if (deed.field === 'signOut') return 6;
  if (/^restore/.test(deed.field)) return 4;
  return /^(anonymise|archive|cancel|close|remove|revoke|undo|take)/.test(deed.field) ? 3 : 2;
}

/** Whose cookie opens it: an account's what is its own, an administrator's what is of the whole platform, and the owner's everything else. */
export function handOf(deed: Deed, { owner, administrator, own }: Hands): string {
  if (isOwn(deed)) return own['cookie'];
  return ofPlatform.test(deed.field) ? administrator : owner;
}

export const rowOf = (world: World, { kind, path }: IdPlace): string => {
  const id = world[kind];
  if (!id) throw new Error(`${path} is an id of a ${kind}, of which test/factories/worlds.ts makes none`);
  return id;
};

/** The code of the error or of the refusal; `done` where it was carried out. */
export async function outcomeOf(
  url: string,
  { field, query, variables }: Deed,
  cookie: string,
  ids: Ids,
): Promise<string> {
  type Answer = { asked: { code?: string; refusals?: { code: string }[] } | null } | null;
  const { data, errors } = await graphql<Answer>(url, query, { cookie, variables: variables(ids) });
  const code = errors?.[0].extensions.code ?? data?.asked?.code ?? data?.asked?.refusals?.[0]?.code;
  if (code && /BAD_|GRAPHQL|INTERNAL/.test(code)) throw new Error(`${field}: ${JSON.stringify(errors)}`);
  return code ?? 'done';
}

/** Does each with ids of the world, one after the other in a sensible order, and tells what came of it. */
export async function doAll(
  url: string,
  deeds: readonly Deed[],
  hands: Hands,
  after: (deed: Deed, found: string, cookie: string) => Promise<void> | void,
): Promise<void> {
  for (const deed of [...deeds].sort((one, other) => turnOf(one) - turnOf(other))) {
    const cookie = handOf(deed, hands);
    const ids = { at: (place: IdPlace) => rowOf(hands.own, place), wished: () => false };
    await after(deed, await outcomeOf(url, deed, cookie, ids), cookie);
  }
}
