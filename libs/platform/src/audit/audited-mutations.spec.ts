import { declareRefusals } from '#kernel';
import { graphql, GraphQLBoolean, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { auditMutations } from './audited-mutations.js';
import { noteDeed, nothingChanged } from './deed-watch.js';

const refusals = declareRefusals({ WATCH_TEST: { es: 'No.', en: 'No.' } });

/** A mutation `change` that does this; answers what was reported of it. */
async function reportedOf(change: () => unknown, query = 'mutation { change }'): Promise<string[]> {
  const fields = { change: { type: GraphQLBoolean, resolve: change } };
  const queries = new GraphQLObjectType({ name: 'Query', fields: { nothing: { type: GraphQLBoolean } } });
  const mutations = new GraphQLObjectType({ name: 'Mutation', fields });
  const reported: string[] = [];
  const schema = auditMutations(new GraphQLSchema({ query: queries, mutation: mutations }), (debt, requestId) =>
    reported.push(`${requestId}: ${debt}`),
  );
  await graphql({ schema, source: query, contextValue: { viewer: { requestId: 'r1' } } });
  return reported;
}

function noting(...actions: string[]): boolean {
  actions.forEach(noteDeed);
  return true;
}

describe('a mutation', () => {
  it.each([
    ['leaves one entry', () => noting('change')],
    ['leaves one entry under the name of what came of it', () => noting('row.changed')],
    ['leaves one of its own name beside those of other rows', () => noting('row.changed', 'change', 'row.changed')],
    ['says that it changed nothing', () => nothingChanged(true)],
    ['is refused', () => refusals.WATCH_TEST()],
    ['is refused as a list', () => ({ done: [], refusals: [refusals.WATCH_TEST()] })],
    ['is answered with an error', () => new Error('no')],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('owes nothing when it %s', async (_, change) => {
    expect(await reportedOf(change)).toEqual([]);
  });

  it('that leaves none is reported with its request', async () => {
    expect(await reportedOf(() => true)).toEqual(['r1: change left no audit entry']);
  });

  it('that leaves several, none or two of which bear its name, is reported', async () => {
    expect([
      ...(await reportedOf(() => noting('row.changed', 'row.changed'))),
      ...(await reportedOf(() => noting('change', 'change'))),
    ]).toEqual([
      'r1: change left 0 entries of its own among row.changed, row.changed',
      'r1: change left 2 entries of its own among change, change',
    ]);
  });

  it('is watched by itself, also beside others in one operation', async () => {
    let turn = 0;
    const reported = await reportedOf(
      () => (turn++ === 0 ? noting('change') : true),
      'mutation { a: change b: change }',
    );
    expect(reported).toEqual(['r1: change left no audit entry']);
  });
});
