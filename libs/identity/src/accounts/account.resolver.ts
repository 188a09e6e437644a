import type { Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  PageArgs,
  requireMay,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountInvitationService } from './account-invitation.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import {
  StaffAccountConnection,
  StaffAccountInput,
  StaffAccountOrRefusal,
  staffAccountType,
  StaffAccountType,
} from './account.types.js';

type Answer = Promise<StaffAccountType | Refusal>;

@Resolver(() => StaffAccountType)
export class AccountResolver {
  constructor(
    private readonly service: AccountService,
    private readonly accounts: AccountRepository,
    private readonly invitations: AccountInvitationService,
  ) {}

  @Allow('staff')
  @ResolveField(() => Boolean, {
    description: 'Whether the owner has not accepted the invitation: it can still be withdrawn. For administrators.',
  })
  async isUnaccepted(
    @CurrentViewer() viewer: Viewer,
    @Parent() { id }: StaffAccountType,
    @Context() { loaders }: RequestContext,
  ): Promise<boolean> {
    requireMay(viewer, 'accounts.change');
    const { unaccepted } = this.accounts;
    return (await loaders.by(unaccepted, unaccepted).load(id)) ?? false;
  }

  @Allow('staff')
  @Query(() => StaffAccountConnection, { description: 'All accounts by name. For administrators.' })
  async staffAccounts(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', {
      type: () => String,
      nullable: true,
      description: 'A part of name and address; case and accents do not matter.',
    })
    search?: string | null,
  ): Promise<Connection<StaffAccountType>> {
    requireMay(viewer, 'accounts.change');
    return connectionOf(await this.accounts.page(page, search), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description:
      'For administrators. The new member of staff is invited by mail and chooses how to sign in. Refuses with EMAIL_INVALID, ACCOUNT_EMAIL_TAKEN or ACCOUNT_NAME_WRONG.',
  })
  async createStaffAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The new account.' }) input: StaffAccountInput,
  ): Answer {
    return shown(await this.service.create(viewer, input), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description: 'For administrators. The account is out at once, on every device. Refuses with ACCOUNT_IS_YOURS.',
  })
  async disableStaffAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Answer {
    return shown(await this.service.disable(viewer, id), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, { description: 'For administrators. The account can sign in again.' })
  async enableStaffAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Answer {
    return shown(await this.service.enable(viewer, id), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description:
      'For administrators. Mails a new link by which the owner chooses how to sign in; earlier ones end. Refuses with ACCOUNT_DISABLED.',
  })
  async inviteStaffAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Answer {
    return shown(await this.service.inviteAgain(viewer, id), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description:
      'For administrators. Takes back an invitation that nobody accepted: the account, its link and its roles are gone. Refuses with ACCOUNT_ACCEPTED.',
  })
  async withdrawStaffInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Answer {
    return shown(await this.invitations.withdraw(viewer, id), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description:
      'For administrators; needs a recent proof. Says whether a password alone is not enough for the account.',
  })
  async requireStaffSecondFactor(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Args('required', { type: () => Boolean, description: 'Whether a second factor is needed from now on.' })
    isRequired: boolean,
  ): Answer {
    return shown(await this.service.requireSecondFactor(viewer, id, isRequired), staffAccountType);
  }

  @Allow('staff')
  @Mutation(() => StaffAccountOrRefusal, {
    description:
      'For administrators; needs a recent proof. Takes passkeys, app, recovery codes and password away, ends every session, and mails a link to begin anew. Refuses with ACCOUNT_IS_YOURS or ACCOUNT_DISABLED.',
  })
  async resetStaffFactors(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Answer {
    return shown(await this.service.resetFactors(viewer, id), staffAccountType);
  }
}
