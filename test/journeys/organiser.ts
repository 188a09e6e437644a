import { graphql } from '#support';

interface RefusalAnswer {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

/** An argument of a mutation: its GraphQL type and its value. */
type Arguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/** Somebody of the staff at work, through the API alone. */
export class Organiser {
  private cookie: string;

  private constructor(
    private readonly url: string,
    private readonly email: string,
    private readonly password: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<Organiser> {
    const organiser = new Organiser(url, email, password);
    await organiser.signInAgain();
    return organiser;
  }

  /** As a browser carries it: `tinkuy=…`. */
  get session(): string {
    return this.cookie;
  }

  /** After hours away the session is over. */
  async signInAgain(): Promise<void> {
    const { url, email, password } = this;
    const answer = await graphql<{ signIn: { __typename: string } }>(
      url,
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { variables: { input: { email, password } } },
    );
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`Not signed in: ${JSON.stringify(answer)}`);
    this.cookie = cookie;
  }

  /** Runs a mutation that answers `<type>OrRefusal`; a refusal is a failure of the journey. */
  async does<T>(mutation: string, args: Arguments, type: string, fields: string): Promise<T> {
    const answer = await this.tries<T>(mutation, args, type, fields);
    if ('refused' in answer) throw new Error(`${mutation} was refused: ${JSON.stringify(answer.refused)}`);
    return answer.done;
  }

  async tries<T>(
    mutation: string,
    args: Arguments,
    type: string,
    fields: string,
  ): Promise<{ done: T } | { refused: RefusalAnswer }> {
    const declared = Object.entries(args).map(([name, [argument]]) => `$${name}: ${argument}`);
    const passed = Object.keys(args).map((name) => `${name}: $${name}`);
    const selection = `__typename ... on ${type} { ${fields} } ... on Refusal { code message field }`;
    const query = `mutation (${declared.join(', ')}) { ${mutation}(${passed.join(', ')}) { ${selection} } }`;
    const variables = Object.fromEntries(Object.entries(args).map(([name, [, value]]) => [name, value]));
    const data = await this.asks<Record<string, T & RefusalAnswer & { __typename: string }>>(query, variables);
    const answer = data[mutation];
    return answer.__typename === 'Refusal' ? { refused: answer } : { done: answer };
  }

  async asks<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await graphql<T>(this.url, query, { variables, cookie: this.cookie });
    if (answer.errors) throw new Error(`${query} failed: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }
}
