import { eventually } from '#support';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const screens = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../apps/panel/src/screens');

/** Addresses of every screen that the panel registers, as its route files write them: `/e/$slug/rooms`. */
export function panelRoutes(): string[] {
  const files = readdirSync(screens, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.routes.ts'),
  );
  const texts = files.map((file) => readFileSync(path.join(screens, file), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, route]) => route));
  const loads = texts.flatMap((text) => text.match(/\bload: \(\) =>/g) ?? []);
  if (found.length !== loads.length)
    throw new Error(`${loads.length} screens, but ${found.length} addresses are readable`);
  return found.sort();
}

/** Asks the API as whoever is signed in. */
export type Asking = (query: string) => Promise<Record<string, unknown>>;

interface Connection {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const slug = 'ii-encuentro-mancomunidades';

async function eventId(ask: Asking): Promise<string> {
  return ((await ask(`{ event(slug: "${slug}") { id } }`)) as { event: { id: string } }).event.id;
}

/** The first row of a list of the event, once there is one: the worker may still be making it. */
async function firstOfEvent(ask: Asking, list: string): Promise<string> {
  const query = `{ ${list}(eventId: "${await eventId(ask)}", first: 1) { edges { node { id } } } }`;
  return firstIn(async () => (await ask(query))[list] as Connection);
}

async function first(ask: Asking, list: string): Promise<string> {
  return firstIn(async () => (await ask(`{ rows: ${list} { edges { node { id } } } }`)).rows as Connection);
}

async function firstIn(find: () => Promise<Connection>): Promise<string> {
  const { edges } = await eventually(find, (found) => found.edges.length > 0, 20_000);
  return edges[0].node.id;
}

/** A row of the demonstration for each word of an address that stands for one, by the noun that stands before it. */
const samples: Readonly<Record<string, (ask: Asking) => Promise<string>>> = {
  e: async () => slug,
  messages: (ask) => firstOfEvent(ask, 'messages'),
  delegations: (ask) => firstOfEvent(ask, 'delegations'),
  sessions: (ask) => firstOfEvent(ask, 'sessions'),
  people: (ask) => first(ask, 'persons(first: 1)'),
  institutions: (ask) => first(ask, 'institutions(first: 1, filter: { kind: mancomunidad })'),
  import: async () => 'persons',
};

/** The address with a row of the demonstration in the place of each word. */
export async function filledIn(route: string, ask: Asking): Promise<string> {
  let filled = route;
  for (const [, noun, word] of route.matchAll(/([\w-]+)\/(\$\w+)/g)) {
    if (!samples[noun])
      throw new Error(`${route}: say in test/screens/panel-routes.ts which row stands for ${noun}/${word}`);
    filled = filled.replace(word, await samples[noun](ask));
  }
  return filled;
}
