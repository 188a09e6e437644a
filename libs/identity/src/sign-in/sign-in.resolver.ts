import { isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, type RequestContext, type Viewer } from '#platform';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AuthenticatorSetupOrRefusal, RecoveryCodesOrRefusal } from '../factors/authenticator.types.js';
import type { AuthenticatorSetupType, RecoveryCodesType } from '../factors/authenticator.types.js';
import { originOf } from '../sessions/session-origin.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SecondStepService } from './second-step.service.js';
import { SignInService, isSecondFactorNeeded } from './sign-in.service.js';
import { MeOrRefusal, meType, MeType, SecondStepInput, SignInAnswer, SignInInput } from './sign-in.types.js';
import type { SecondFactorNeededType } from './sign-in.types.js';
import { SignOutService } from './sign-out.service.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly secondSteps: SecondStepService,
    private readonly signOuts: SignOutService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Query(() => MeType, { nullable: true, description: 'Whoever is signed in; null for everybody else.' })
  me(@CurrentViewer() viewer: Viewer): MeType | null {
    return viewer.kind === 'staff' ? meType(viewer) : null;
  }

  @Allow('public')
  @Mutation(() => SignInAnswer, {
    description:
      'Signs staff in and sets the session cookie, or says that a second factor is needed. Refuses with SIGN_IN_FAILED, or TOO_MANY_ATTEMPTS after ten failures in 15 minutes.',
  })
  async signIn(
    @Args('input', { description: 'E-mail and password.' }) input: SignInInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { request, reply }: RequestContext,
  ): Promise<MeType | SecondFactorNeededType | Refusal> {
    const answer = await this.signIns.signIn(viewer, { ...input, ...originOf(request) });
    if (isRefusal(answer) || isSecondFactorNeeded(answer)) return answer;
    this.cookie.give(reply, answer.token);
    return meType(answer.viewer);
  }

  @Allow('public')
  @Mutation(() => MeOrRefusal, {
    description:
      'The second step: a code of the app or a recovery code. Sets the session cookie. Refuses with CODE_WRONG, SIGN_IN_EXPIRED or TOO_MANY_ATTEMPTS.',
  })
  async confirmSignIn(
    @Args('input', { description: 'The pending token and a code.' }) input: SecondStepInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { request, reply }: RequestContext,
  ): Promise<MeType | Refusal> {
    const answer = await this.secondSteps.confirm(viewer, { ...input, ...originOf(request) });
    if (isRefusal(answer)) return answer;
    this.cookie.give(reply, answer.token);
    return meType(answer.viewer);
  }

  @Allow('public')
  @Mutation(() => AuthenticatorSetupOrRefusal, {
    description:
      'Begins the set-up of an app for one whose password is right and who must have a second factor. Refuses with SIGN_IN_EXPIRED.',
  })
  startSignInSetup(
    @Args('pendingToken', { type: () => String, description: 'Of `SecondFactorNeeded`.' }) pendingToken: string,
  ): Promise<AuthenticatorSetupType | Refusal> {
    return this.secondSteps.startSetup(pendingToken);
  }

  @Allow('public')
  @Mutation(() => RecoveryCodesOrRefusal, {
    description:
      'Takes the first code of the app that was just set up and sets the session cookie. Refuses with CODE_WRONG, AUTHENTICATOR_NOT_STARTED, SIGN_IN_EXPIRED or TOO_MANY_ATTEMPTS.',
  })
  async confirmSignInSetup(
    @Args('input', { description: 'The pending token and the first code.' }) input: SecondStepInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { request, reply }: RequestContext,
  ): Promise<RecoveryCodesType | Refusal> {
    const answer = await this.secondSteps.confirmSetup(viewer, { ...input, ...originOf(request) });
    if (isRefusal(answer)) return answer;
    this.cookie.give(reply, answer.token);
    return { codes: answer.recoveryCodes };
  }

  @Allow('public')
  @Mutation(() => Boolean, {
    description: 'Ends the session and takes the cookie away. True also when there was none.',
  })
  async signOut(@CurrentViewer() viewer: Viewer, @Context() { reply }: RequestContext): Promise<boolean> {
    await this.signOuts.signOut(viewer);
    this.cookie.take(reply);
    return true;
  }
}
