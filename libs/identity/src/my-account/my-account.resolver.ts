import { isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, orRefusal, type Viewer } from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AuthenticatorSetupType, RecoveryCodesOrRefusal, RecoveryCodesType } from '../factors/authenticator.types.js';
import { OwnSessionsService } from '../sessions/own-sessions.service.js';
import { MyAccountService } from './my-account.service.js';
import { MyAccountType } from './my-account.types.js';
import { OwnFactorsService } from './own-factors.service.js';

const MyAccountOrRefusal = orRefusal('MyAccount', () => MyAccountType);

@Resolver()
export class MyAccountResolver {
  constructor(
    private readonly mine: MyAccountService,
    private readonly factors: OwnFactorsService,
    private readonly sessions: OwnSessionsService,
  ) {}

  @Allow('staff')
  @Query(() => MyAccountType, { description: 'How you sign in, and where you are signed in.' })
  myAccount(@CurrentViewer() viewer: Viewer): Promise<MyAccountType> {
    return this.mine.of(viewer);
  }

  @Allow('staff')
  @Mutation(() => AuthenticatorSetupType, {
    description:
      'Begins the set-up of an authenticator app; one that works already stays until the first code of the new one. Needs a recent proof.',
  })
  startAuthenticator(@CurrentViewer() viewer: Viewer): Promise<AuthenticatorSetupType> {
    return this.factors.startAuthenticator(viewer);
  }

  @Allow('staff')
  @Mutation(() => RecoveryCodesOrRefusal, {
    description:
      'Takes the first code of the app and answers recovery codes, shown only now. Needs a recent proof. Refuses with CODE_WRONG or AUTHENTICATOR_NOT_STARTED.',
  })
  async confirmAuthenticator(
    @CurrentViewer() viewer: Viewer,
    @Args('code', { type: () => String, description: 'The six digits that the app shows.' }) code: string,
  ): Promise<RecoveryCodesType | Refusal> {
    const codes = await this.factors.confirmAuthenticator(viewer, code);
    return isRefusal(codes) ? codes : { codes: codes };
  }

  @Allow('staff')
  @Mutation(() => MyAccountOrRefusal, {
    description:
      'Takes the authenticator app away. Needs a recent proof. Refuses with SECOND_FACTOR_NEEDED_HERE where it is the last second factor and one is required.',
  })
  async removeAuthenticator(@CurrentViewer() viewer: Viewer): Promise<MyAccountType | Refusal> {
    const answer = await this.factors.removeAuthenticator(viewer);
    return isRefusal(answer) ? answer : this.mine.of(viewer);
  }

  @Allow('staff')
  @Mutation(() => MyAccountOrRefusal, {
    description:
      'Takes a passkey of yours away; it opens nothing any more. Needs a recent proof. Refuses with SECOND_FACTOR_NEEDED_HERE where it is the last way in.',
  })
  async revokePasskey(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The passkey.' }) id: string,
  ): Promise<MyAccountType | Refusal> {
    const answer = await this.factors.revokePasskey(viewer, id);
    return isRefusal(answer) ? answer : this.mine.of(viewer);
  }

  @Allow('staff')
  @Mutation(() => RecoveryCodesType, {
    description: 'Ten new recovery codes; those before open nothing any more. Needs a recent proof.',
  })
  async renewRecoveryCodes(@CurrentViewer() viewer: Viewer): Promise<RecoveryCodesType> {
    return { codes: await this.factors.renewRecoveryCodes(viewer) };
  }

  @Allow('staff')
  @Mutation(() => MyAccountType, { description: 'Ends one of your sessions; one that is over already is no fault.' })
  async endMySession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<MyAccountType> {
    await this.sessions.end(viewer, id);
    return this.mine.of(viewer);
  }

  @Allow('staff')
  @Mutation(() => MyAccountType, { description: 'Ends all of your sessions but the one that asks.' })
  async endMyOtherSessions(@CurrentViewer() viewer: Viewer): Promise<MyAccountType> {
    await this.sessions.endOthers(viewer);
    return this.mine.of(viewer);
  }
}
