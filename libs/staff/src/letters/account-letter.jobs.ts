import { MessageService } from '#communications';
import {
  AccountLinkIssued,
  AccountLinkService,
  AccountPasswordChanged,
  AccountRepository,
  RecoveryRequested,
  RecoveryService,
} from '#identity';
import { Config, declareJob, Handles, type Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { accountInvitation, accountPasswordChanged, accountRecovery } from './account-letter.mails.js';

const mailAccountLink = declareJob('mail-account-link', AccountLinkIssued);
const answerRecovery = declareJob('answer-recovery', RecoveryRequested);
const tellPasswordChanged = declareJob('tell-password-changed', AccountPasswordChanged);

/** What members of staff are told of their accounts by mail. */
@Injectable()
export class AccountLetterJobs {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinkService,
    private readonly recovery: RecoveryService,
    private readonly messages: MessageService,
    private readonly config: Config,
  ) {}

  @Handles(mailAccountLink)
  async mailLink({ linkId }: { linkId: string }, work: Work): Promise<void> {
    const opened = await this.links.live(linkId);
    if (!opened) return;
    const { link, account } = opened;
    await this.messages.queue(work, {
      mail: link.purpose === 'invitation' ? accountInvitation : accountRecovery,
      to: { name: account.name, address: account.email },
      eventId: null,
      language: link.language,
      data: { ...this.sender(), name: account.name, linkId },
      dedupeKey: `account-link:${linkId}`,
      sendBefore: link.expiresAt,
    });
  }

  @Handles(answerRecovery)
  answer({ requestId }: { requestId: string }, work: Work): Promise<void> {
    return this.recovery.answer(work, requestId);
  }

  @Handles(tellPasswordChanged)
  async tellChanged({ accountId, changeId }: { accountId: string; changeId: string }, work: Work): Promise<void> {
    const account = await this.accounts.byId(accountId);
    if (!account) return;
    await this.messages.queue(work, {
      mail: accountPasswordChanged,
      to: { name: account.name, address: account.email },
      eventId: null,
      language: account.language,
      data: { ...this.sender(), name: account.name },
      dedupeKey: `account-password-changed:${changeId}`,
    });
  }

  private sender() {
    return { eventName: 'Tinkuy', isDemonstration: this.config.mode === 'demo' };
  }
}
