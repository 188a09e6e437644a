import { Config, type OidcSettings } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { vouched, type Vouched } from './oidc.rules.js';

/** What the browser keeps, sealed, while its person is at the issuer. */
export interface OidcJourney {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OidcDeparture {
  readonly url: string;
  readonly journey: OidcJourney;
}

const callbackPath = '/entrar/oidc/vuelta';

/** The one issuer of the configuration. Code flow with PKCE; where we are is told by PUBLIC_URL, never by the Host header. */
@Injectable()
export class OidcIssuer {
  private readonly logger = new Logger('OpenIdConnect');
  private discovered: Promise<Configuration> | null = null;

  constructor(private readonly config: Config) {}

  get settings(): OidcSettings | null {
    return this.config.oidc;
  }

  /** Where to send the browser; null while the issuer does not answer. */
  async depart(settings: OidcSettings): Promise<OidcDeparture | null> {
    return this.orNull(async () => {
      const issuer = await this.configuration(settings);
      const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(issuer, {
        redirect_uri: this.config.publicUrl + callbackPath,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, journey };
    });
  }

  /** What the issuer says of whoever came back; null when it does not fit the journey. `query` is that of the address they came to. */
  async arrive(settings: OidcSettings, query: string, journey: OidcJourney): Promise<Vouched | null> {
    return this.orNull(async () => {
      const issuer = await this.configuration(settings);
      const here = new URL(`${this.config.publicUrl}${callbackPath}?${query}`);
      const tokens = await authorizationCodeGrant(issuer, here, {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return null;
      // Many issuers tell the address only when they are asked for it.
      const asked = claims['email'] === undefined;
      const said = asked ? await fetchUserInfo(issuer, tokens.access_token, claims.sub) : claims;
      return vouched(claims.iss, { ...said, sub: claims.sub });
    });
  }

  /** Asked once, and again after a failure. */
  private configuration({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
    const url = new URL(issuer);
    // Plain http is for an issuer on the same machine, as tests have one.
    const execute = url.protocol === 'http:' && !this.config.isProduction ? [allowInsecureRequests] : [];
    this.discovered ??= discovery(url, clientId, clientSecret, undefined, { execute }).catch((error: unknown) => {
      this.discovered = null;
      throw error;
    });
    return this.discovered;
  }

  private async orNull<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      this.logger.warn({ message: 'Signing in by the issuer failed', reason: (error as Error).message.slice(0, 200) });
      return null;
    }
  }
}
