import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the issuer says of a person, by the name with which they sign in there. */
export type IssuersPeople = Record<string, { email?: string; email_verified?: boolean }>;

/** A real OpenID Connect issuer on this machine, whose sign-in page takes any password. */
export class LocalIssuer {
  static readonly clientId = 'tinkuy';
  static readonly clientSecret = 'a secret that only the tests know';

  private constructor(
    readonly url: string,
    readonly people: IssuersPeople,
    private readonly server: Server,
  ) {}

  static async start(redirectUri: string): Promise<LocalIssuer> {
    const people: IssuersPeople = {};
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(url, {
      clients: [
        { client_id: LocalIssuer.clientId, client_secret: LocalIssuer.clientSecret, redirect_uris: [redirectUri] },
      ],
      cookies: { keys: ['a key that only the tests know'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      pkce: { required: () => true },
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      loadExistingGrant: async (context: GrantContext) => {
        const { provider: issuer, client, session } = context.oidc;
        const grant = new issuer.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    server.on('request', provider.callback());
    return new LocalIssuer(url, people, server);
  }

  /** What a person's browser does there: signs in, and is sent back. Answers the address to which it was sent. */
  async signIn(departure: string, name: string): Promise<string> {
    const cookies = new Map<string, string>();
    const send = async (url: string, form?: Record<string, string>) => {
      const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const body = form && new URLSearchParams(form);
      const answer = await fetch(url, { method: form ? 'POST' : 'GET', headers: { cookie }, body, redirect: 'manual' });
      for (const line of answer.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value) cookies.set(key, value);
        else cookies.delete(key);
      }
      return new URL(answer.headers.get('location') ?? '', this.url).href;
    };
    const page = await send(departure);
    const onward = await send(page, { prompt: 'login', login: name, password: 'any' });
    return send(onward);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface GrantContext {
  readonly oidc: {
    readonly provider: {
      readonly Grant: new (of: { clientId: string; accountId: string }) => {
        addOIDCScope(scope: string): void;
        save(): Promise<string>;
      };
    };
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}
