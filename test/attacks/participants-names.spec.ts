import { AgendaVersionService } from '#agenda';
import { ConsentService } from '#people';
import { accessTable, theSystem, UnitOfWork } from '#platform';
import { RegisterService } from '#registrations';
import { graphql, routesOf, testApi, type TestApi } from '#support';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { aPerson, aPublicEvent, aSession, aSpeaker } from '../factories/agendas.js';
import { aDelegation, done } from '../factories/delegations.js';

/**
 * Field-level leaks to strangers: cal.com told names and addresses of guests on public bookings (January 2026). Here a speaker is announced
 * by the published agenda; whoever only takes part has not agreed to be named, and is named to nobody who has not signed in.
 */
const speaker = 'Ponente Anunciada';
const participants = ['Reservada Inca', 'Discreta Colque'] as const;
const addresses = ['reservada@muni.example', 'discreta@muni.example'];

let api: TestApi;
let eventId: string;
let slug: string;
let rows: { personId: string; id: string }[];

beforeAll(async () => {
  api = await testApi();
  const event = await aPublicEvent(api);
  [eventId, slug] = [event.id, event.slug];
  const person = await aPerson(api, speaker);
  await aSpeaker(api, await aSession(api, event), person);
  const delegation = await aDelegation(api, { eventId });
  const people = participants.map((familyNames, index) => ({
    givenNames: 'Luz',
    familyNames,
    positionTitle: 'Regidora Inconfundible',
    email: addresses[index],
  }));
  const registered = await api.get(RegisterService).register(theSystem, { delegationId: delegation.id, people });
  rows = registered.done.map(({ personId, id }) => ({ personId, id }));
  // One of them allows it, the other does not: there is no public list of participants yet, so neither is named.
  const given = { personId: rows[0].personId, purpose: 'publication', language: 'es', page: 'my_data' } as const;
  await api.get(UnitOfWork).run((work) => api.get(ConsentService).give(work, theSystem, given));
  done(await api.get(AgendaVersionService).publish(theSystem, eventId));
});
afterAll(() => api.close());

const secrets = [...participants, ...addresses, 'Regidora Inconfundible'];
const told = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

/** The addresses that every path with a parameter is opened with. */
const ids = (): string[] => [slug, eventId, ...rows.flatMap(({ personId, id }) => [personId, id])];

function pages(): string[] {
  const paths = routesOf(api).flatMap(({ method, path }) => (method === 'GET' ? [path] : []));
  const filled = paths.flatMap((path) => ids().map((id) => path.replace(/:\w+(\([^)]*\))?|\*\w*/g, id)));
  return [...new Set(filled)];
}

/** Everything that a query may answer to anybody, as deep as there is something new. */
function selection(schema: GraphQLSchema, open: ReadonlySet<string>, type: GraphQLOutputType, above: string[]): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return '';
  const kinds = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
  const parts = kinds.flatMap((kind) => {
    if (above.includes(kind.name) || above.length > 4) return [];
    const fields = Object.values(kind.getFields()).filter(
      ({ name, args }) => open.has(`${kind.name}.${name}`) && !args.some(isRequiredArgument),
    );
    const inner = fields.flatMap((field) => {
      const below = selection(schema, open, field.type, [...above, kind.name]);
      const isLeaf = isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));
      return isLeaf || below ? [`${field.name}${below}`] : [];
    });
    return inner.length > 0 ? [`... on ${kind.name} { ${inner.join(' ')} }`] : [];
  });
  return parts.length > 0 ? ` { __typename ${parts.join(' ')} }` : '';
}

function argumentsFor(field: GraphQLField<unknown, unknown>, id: string): string {
  const wanted = field.args.filter(
    (argument) => isRequiredArgument(argument) || ['first', 'slug'].includes(argument.name),
  );
  const texts = wanted.map(({ name, type }) => {
    const named = getNamedType(type);
    if (isEnumType(named)) return `${name}: ${named.getValues()[0].name}`;
    return `${name}: ${named.name === 'Int' ? '5' : JSON.stringify(id)}`;
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

describe('whoever only takes part', () => {
  it('stands on no page that anybody may open, whatever address is tried', async () => {
    const leaks: string[] = [];
    let announced = false;
    const opened = pages();
    for (const path of opened) {
      const text = await (await fetch(`${api.url}${path}`, { redirect: 'manual' })).text();
      announced ||= text.includes(speaker);
      leaks.push(...told(text).map((secret) => `${path}: ${secret}`));
    }
    expect([leaks, announced, opened.length > 60]).toEqual([[], true, true]);
  });

  it('stands in no answer of the API to anybody, whatever query is tried', async () => {
    const { schema } = api.get(GraphQLSchemaHost);
    const rules = accessTable(schema).filter(({ rule }) => rule === 'public');
    const open = new Set(rules.map(({ field }) => field));
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) =>
      open.has(`Query.${name}`),
    );
    const [answered, leaks] = [new Set<string>(), [] as string[]];
    const refused: string[] = [];
    let announced = false;
    for (const field of queries) {
      for (const id of ids()) {
        const text = `{ ${field.name}${argumentsFor(field, id)}${selection(schema, open, field.type, [])} }`;
        const answer = await graphql<Record<string, unknown> | null>(api.url, text);
        const said = JSON.stringify(answer.data ?? {});
        if (answer.errors?.some(({ path }) => !path)) refused.push(`${text}: ${answer.errors[0].message}`);
        if (answer.data?.[field.name]) answered.add(field.name);
        announced ||= said.includes(speaker);
        leaks.push(...told(said).map((secret) => `${field.name}: ${secret}`));
      }
    }
    expect([leaks, refused, announced]).toEqual([[], [], true]);
    expect([...answered]).toEqual(expect.arrayContaining(['event', 'events', 'publishedAgenda', 'institutions']));
  });
});
