import type { Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  PageArgs,
  requireMay,
  shown,
  type Connection,
  type Viewer,
} from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
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
  ) {}

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
      'For administrators. Refuses with EMAIL_INVALID, ACCOUNT_EMAIL_TAKEN, ACCOUNT_NAME_WRONG, PASSWORD_WRONG_LENGTH, PASSWORD_TOO_COMMON or PASSWORD_ABOUT_YOU.',
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
}
