import { Clock, type Refusal } from '#kernel';
import { Config, type Viewer, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { z } from 'zod';
import { Account } from '../accounts/account.entity.js';
import { AttemptLimit } from '../attempts/attempt-limit.js';
import { seal, tryUnseal } from '../secrets/sealed.js';
import type { SessionOrigin } from '../sessions/session-origin.js';
import { SessionOpener, type SignedIn } from '../sign-in/session-opener.js';
import { OidcIssuer } from './oidc-issuer.js';
import { oidcRefusals, type Vouched } from './oidc.rules.js';

const journeyMilliseconds = 10 * 60_000;
const kept = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  until: z.number(),
});

/** Who came back from the issuer, with what the browser kept. */
export interface OidcReturn extends SessionOrigin {
  /** What stands after the `?` of the address they came to. */
  readonly query: string;
  readonly journey: string;
}

export interface OidcWay {
  /** At the issuer. */
  readonly url: string;
  /** For the browser to keep, sealed. */
  readonly journey: string;
}

/** Signs in whom the configured issuer vouches for. It opens accounts that are there, and makes none. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly issuer: OidcIssuer,
    private readonly attempts: AttemptLimit,
    private readonly opener: SessionOpener,
  ) {}

  /** The issuer's name on the sign-in page; null when there is none. */
  get label(): string | null {
    return this.issuer.settings?.label ?? null;
  }

  async depart(to: string): Promise<OidcWay | Refusal> {
    const { settings } = this.issuer;
    const departure = settings && (await this.issuer.depart(settings));
    if (!departure) return this.failed();
    const until = this.clock.now().getTime() + journeyMilliseconds;
    const journey = JSON.stringify({ ...departure.journey, to, until });
    return { url: departure.url, journey: seal(this.config.secret, 'oidc', 'journey', journey) };
  }

  async arrive(visitor: Viewer, returned: OidcReturn): Promise<(SignedIn & { readonly to: string }) | Refusal> {
    const attempt = { deed: 'oidc', subject: returned.address, address: returned.address } as const;
    const usedUp = await this.attempts.claim(attempt);
    if (usedUp) return usedUp;
    const { settings } = this.issuer;
    const journey = this.read(returned.journey);
    const person = settings && journey && (await this.issuer.arrive(settings, returned.query, journey));
    if (!person) return this.failed();
    const account = await this.accountOf(person);
    const entrance = { visitor, accountId: account?.id ?? '', origin: returned, action: 'signInWithOidc' };
    const signedIn = account && (await this.opener.open(entrance, (work) => this.link(work, account, person)));
    if (!signedIn) return oidcRefusals.OIDC_NO_ACCOUNT({ label: this.label ?? '' });
    await this.attempts.forgive(attempt);
    return { ...signedIn, to: journey.to };
  }

  /** Who was linked before, or who has the verified address and nobody else's word yet. */
  private async accountOf({ issuer, subject, verifiedEmail }: Vouched): Promise<Account | null> {
    const accounts = this.dataSource.getRepository(Account);
    const linked = await accounts.findOneBy({ oidcIssuer: issuer, oidcSubject: subject });
    if (linked || !verifiedEmail) return linked;
    return accounts.findOneBy({ email: verifiedEmail, oidcSubject: IsNull() });
  }

  /** The first time, the subject is kept: from then on the address may change at either side. */
  private async link(work: Work, { id }: Account, { issuer, subject }: Vouched): Promise<boolean> {
    const row = await work.manager.findOneBy(Account, { id });
    if (row?.oidcSubject) return row.oidcIssuer === issuer && row.oidcSubject === subject;
    const names = { oidcIssuer: issuer, oidcSubject: subject };
    const linked = await work.manager.update(Account, { id, oidcSubject: IsNull() }, names);
    return linked.affected === 1;
  }

  /** Null for a cookie that is missing, foreign, late, or from before SECRET changed: the person starts again. */
  private read(journey: string): z.output<typeof kept> | null {
    const plain = tryUnseal(this.config.secret, 'oidc', 'journey', journey);
    const read = plain === null ? null : kept.parse(JSON.parse(plain));
    return read && read.until > this.clock.now().getTime() ? read : null;
  }

  private failed(): Refusal {
    return oidcRefusals.OIDC_FAILED({ label: this.label ?? 'OpenID Connect' });
  }
}
