import { accessTable, Allow, enforceAccess } from '#platform';
import { testApi, type TestApi } from '#support';
import { Test } from '@nestjs/testing';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory, GraphQLSchemaHost, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await testApi();
  schema = api.get(GraphQLSchemaHost).schema;
});

afterAll(() => api.close());

const naked = (table: ReturnType<typeof accessTable>): string[] =>
  table.filter(({ rule }) => rule === undefined).map(({ field }) => field);

describe('the whole schema', () => {
  it('states a rule for every field of every type', () => {
    expect(naked(accessTable(schema))).toEqual([]);
  });

  it('lets everybody change only what signing in and out needs', () => {
    const open = accessTable(schema).filter(({ field, rule }) => field.startsWith('Mutation.') && rule === 'public');
    expect(open.map(({ field }) => field.replace('Mutation.', '')).sort()).toEqual([
      'confirmSignIn',
      'confirmSignInSetup',
      'signIn',
      'signInWithPasskey',
      'signOut',
      'startPasskeySignIn',
      'startSignInSetup',
    ]);
  });

  it('shows e-mails and phones to staff, and to a focal point those of its own people', () => {
    const contact = accessTable(schema).filter(({ field }) => /\.(email|phone)$/i.test(field));
    expect(contact.filter(({ rule }) => rule !== 'staff')).toEqual([
      { field: 'RegisteredPerson.email', rule: 'party' },
      { field: 'RegisteredPerson.phone', rule: 'party' },
    ]);
  });
});

@Resolver()
class Sample {
  @Allow('public')
  @Query(() => String)
  ruled(): string {
    return 'anyone may know';
  }

  @Query(() => String)
  forgotten(): string {
    return 'nobody thought of it';
  }
}

describe('a field that somebody forgot', () => {
  async function sampleSchema(): Promise<GraphQLSchema> {
    const module = await Test.createTestingModule({ imports: [GraphQLSchemaBuilderModule] }).compile();
    return module.get(GraphQLSchemaFactory).create([Sample]);
  }

  it('is found by the walk', async () => {
    expect(naked(accessTable(await sampleSchema()))).toEqual(['Query.forgotten']);
  });

  it('keeps the process from starting', async () => {
    const sample = await sampleSchema();
    expect(() => enforceAccess(sample)).toThrow('Fields without an access rule: Query.forgotten');
  });
});
