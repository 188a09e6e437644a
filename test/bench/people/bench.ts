import { download, graphql, uploadFile } from '#support';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { startDemo } from '../../screens/demo.js';
import { benchDatabase, historyFolder } from '../browser-stage.js';

const people = 20_000;
const bars = { milliseconds: 100 };
const organiser = { email: 'organiza@demo.example', password: 'encuentro en el Cusco' };

const given = ['María Elena', 'José Luis', 'Rosa', 'Juan Carlos', 'Ñusta', 'Wilber', 'Nélida', 'Óscar'];
const family = ['Quispe Mamani', 'Núñez Huamán', 'Condori Mamani', 'Ticona Flores', 'Chávez Rojas', 'Huallpa Ccori'];
const institutions = ['ITP', 'Gobierno Regional del Cusco', 'Municipalidad del Cusco'];

/** A file of made-up people, each in a position. */
function peopleFile(): string {
  const lines = Array.from({ length: people }, (_, n) =>
    [
      `${given[n % given.length]} ${n}`,
      family[n % family.length],
      `persona${n}@demo.example`,
      institutions[n % institutions.length],
      'Técnica (demo)',
      '2025-01-01',
    ].join(';'),
  );
  return ['Nombres;Apellidos;Correo;Institución;Cargo;Desde', ...lines].join('\r\n');
}

const shown =
  '{ totalCount pageInfo { endCursor } edges { node { id fullName positions { title institution { name } } } } }';

interface Page {
  readonly persons: { totalCount: number; pageInfo: { endCursor: string }; edges: unknown[] };
}

async function timed<T>(body: () => Promise<T>): Promise<{ milliseconds: number; answer: T }> {
  const start = performance.now();
  const answer = await body();
  return { milliseconds: Number((performance.now() - start).toFixed(1)), answer };
}

/** The slowest of twenty answers but one, in milliseconds. */
async function slowest(body: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < 21; n++) took.push((await timed(body)).milliseconds);
  return took.slice(1).sort((a, b) => a - b)[18];
}

async function signIn(url: string): Promise<string> {
  const mutation = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const { headers } = await graphql(url, mutation, { variables: { input: organiser } });
  return headers.getSetCookie()[0].split(';')[0];
}

async function imported(url: string, cookie: string): Promise<Record<string, number>> {
  const { milliseconds: read, answer } = await timed(() => uploadFile(url, 'persons', peopleFile(), { cookie }));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const mutation = `mutation { applyImport(id: "${answer.body.id}") { ... on Import { createdCount } ... on Refusal { code } } }`;
  const { milliseconds: apply, answer: applied } = await timed(() => graphql(url, mutation, { cookie }));
  console.log(
    `a file of ${people} people: read in ${read} ms, imported in ${apply} ms ${JSON.stringify(applied.data)}`,
  );
  return { read, apply };
}

async function searched(url: string, cookie: string): Promise<Record<string, number>> {
  const ask = (args: string) => graphql<Page>(url, `{ persons(first: 50, ${args}) ${shown} }`, { cookie });
  const deep = Buffer.from('o19900').toString('base64url');
  const questions: Readonly<Record<string, string>> = {
    'the first page': 'order: name',
    'the last page': `after: "${deep}"`,
    'a family name without accents': 'search: "nunez"',
    'an address': 'search: "persona123"',
    'a name and an institution': 'search: "quispe itp"',
    'one letter': 'search: "e"',
    nobody: 'search: "zzzz"',
    'who is there twice': 'filter: { hasTwin: true }',
  };
  const found: Record<string, number> = {};
  for (const [name, args] of Object.entries(questions)) {
    const { totalCount } = (await ask(args)).data.persons;
    found[name] = await slowest(() => ask(args));
    console.log(`${name}: ${found[name]} ms (${totalCount} people)   bar <= ${bars.milliseconds} ms`);
  }
  return found;
}

/** What a list of 20,000 people costs the server: bringing them in by a file, searching, paging, taking them away. */
export async function run(): Promise<void> {
  const server = await benchDatabase();
  try {
    const product = await startDemo();
    try {
      const cookie = await signIn(product.url);
      const file = await imported(product.url, cookie);
      const search = await searched(product.url, cookie);
      const { milliseconds: csv } = await timed(() => download(product.url, '/exports/persons.csv', cookie));
      console.log(`exported as CSV in ${csv} ms`);
      const day = new Date().toISOString().slice(0, 10);
      const load = Number(loadavg()[0].toFixed(2));
      const entry = { bench: 'people', day, node: process.version, people, bars, cores: cpus().length, load };
      const text = JSON.stringify({ ...entry, file: { ...file, csv }, search }, null, 2);
      await writeFile(path.join(historyFolder, `${day}-people.json`), `${text}\n`);
      console.log(`written to test/bench/history/${day}-people.json`);
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}
