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

async function latestMessage(ask: Asking): Promise<string> {
  const { event } = (await ask('{ event(slug: "ii-encuentro-mancomunidades") { id } }')) as { event: { id: string } };
  const query = `{ messages(eventId: "${event.id}", first: 1) { edges { node { id } } } }`;
  const { messages } = (await ask(query)) as { messages: { edges: { node: { id: string } }[] } };
  return messages.edges[0]?.node.id ?? '';
}

/** The id of the first row of a list. */
async function firstOf(ask: Asking, list: string): Promise<string> {
  const { rows } = (await ask(`{ rows: ${list} { edges { node { id } } } }`)) as {
    rows: { edges: { node: { id: string } }[] };
  };
  return rows.edges[0].node.id;
}

/** A row of the demonstration for each word of an address that stands for one. */
const samples: Readonly<Record<string, (ask: Asking) => Promise<string>>> = {
  $kind: async () => 'persons',
  $institutionId: async (ask) => firstOf(ask, 'institutions(first: 1, filter: { kind: mancomunidad })'),
  $personId: async (ask) => firstOf(ask, 'persons(first: 1)'),
  $slug: async () => 'ii-encuentro-mancomunidades',
  // The worker writes the demonstration's first mails while the browser starts.
  $messageId: async (ask) => eventually(() => latestMessage(ask), Boolean),
};

/** The address with a row of the demonstration in the place of each word. */
export async function filledIn(route: string, ask: Asking): Promise<string> {
  let filled = route;
  for (const [word] of route.matchAll(/\$\w+/g)) {
    if (!samples[word]) throw new Error(`${route}: say in test/screens/panel-routes.ts which row stands for ${word}`);
    filled = filled.replace(word, await samples[word](ask));
  }
  return filled;
}
