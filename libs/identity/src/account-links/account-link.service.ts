import { Clock, newId, type Language } from '#kernel';
import { Config, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { hashOf, tokenOf } from '../links/link-token.js';
import { AccountLink, type AccountLinkPurpose } from './account-link.entity.js';
import { AccountLinkIssued } from './account-link.events.js';
import { linkLives } from './account-link.rules.js';

/** A link, and the account for which it was made. */
export interface OpenedAccountLink {
  readonly link: AccountLink;
  readonly account: Account;
}

/** One-time links by which the owners of accounts choose how they sign in. Nobody else ever knows a password. */
@Injectable()
export class AccountLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Makes a link in place of the earlier ones, and lets it be mailed. */
  async issue(work: Work, accountId: string, purpose: AccountLinkPurpose, language: Language): Promise<string> {
    const id = newId();
    await work.manager.update(AccountLink, { accountId, endedAt: IsNull() }, { endedAt: work.now });
    await work.manager.insert(AccountLink, {
      id,
      accountId,
      purpose,
      language,
      tokenHash: hashOf(tokenOf(this.config.secret, id)),
      issuedAt: work.now,
      expiresAt: new Date(work.now.getTime() + linkLives[purpose]),
      endedAt: null,
    });
    await work.record(AccountLinkIssued, { linkId: id });
    return id;
  }

  /** For whom the link was made; null when it opens nothing any more. Opening uses nothing up: mail scanners open links. */
  async open(token: string): Promise<OpenedAccountLink | null> {
    const where = { tokenHash: hashOf(token), endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.opened(await this.dataSource.getRepository(AccountLink).findOneBy(where));
  }

  /** For writing the mail; null when it was used or replaced meanwhile. */
  async live(linkId: string): Promise<OpenedAccountLink | null> {
    const where = { id: linkId, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.opened(await this.dataSource.getRepository(AccountLink).findOneBy(where));
  }

  /** Uses the link up in one statement: of two who send the same link at once, one is heard. */
  async use(work: Work, linkId: string): Promise<boolean> {
    const which = { id: linkId, endedAt: IsNull(), expiresAt: MoreThan(work.now) };
    const used = await work.manager.update(AccountLink, which, { endedAt: work.now });
    return used.affected === 1;
  }

  private async opened(link: AccountLink | null): Promise<OpenedAccountLink | null> {
    const account = link && (await this.dataSource.getRepository(Account).findOneBy({ id: link.accountId }));
    return account && !account.disabledAt ? { link, account } : null;
  }
}
