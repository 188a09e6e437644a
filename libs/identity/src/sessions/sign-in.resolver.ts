import { isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { OwnPasswordService } from './own-password.service.js';
import { originOf } from './session-origin.js';
import { SessionCookie } from './session-cookie.js';
import { SignInService } from './sign-in.service.js';
import { MeOrRefusal, meType, MeType, SignInInput } from './sign-in.types.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: OwnPasswordService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Query(() => MeType, { nullable: true, description: 'Whoever is signed in; null for everybody else.' })
  me(@CurrentViewer() viewer: Viewer): MeType | null {
    return viewer.kind === 'staff' ? meType(viewer) : null;
  }

  @Allow('public')
  @Mutation(() => MeOrRefusal, {
    description:
      'Signs staff in and sets the session cookie. Refuses with SIGN_IN_FAILED, or TOO_MANY_ATTEMPTS after ten failures in 15 minutes.',
  })
  async signIn(
    @Args('input', { description: 'E-mail and password.' }) input: SignInInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { request, reply }: RequestContext,
  ): Promise<MeType | Refusal> {
    const answer = await this.signIns.signIn(viewer, { ...input, ...originOf(request) });
    if (isRefusal(answer)) return answer;
    this.cookie.give(reply, answer.token);
    return meType(answer.viewer);
  }

  @Allow('staff')
  @Mutation(() => MeOrRefusal, {
    description:
      'Changes the password of whoever asks and ends their other sessions. Refuses with CURRENT_PASSWORD_WRONG, PASSWORD_WRONG_LENGTH or TOO_MANY_ATTEMPTS.',
  })
  async changeMyPassword(
    @CurrentViewer() viewer: Viewer,
    @Args('current', { type: () => String, description: 'The password until now.' }) current: string,
    @Args('password', { type: () => String, description: 'The new one, from 12 to 200 characters.' }) password: string,
    @Context() { request }: RequestContext,
  ): Promise<MeType | Refusal> {
    return shown(await this.passwords.change(viewer, { current, password, address: request.ip }), meType);
  }

  @Allow('public')
  @Mutation(() => Boolean, {
    description: 'Ends the session and takes the cookie away. True also when there was none.',
  })
  async signOut(@CurrentViewer() viewer: Viewer, @Context() { reply }: RequestContext): Promise<boolean> {
    await this.signIns.signOut(viewer);
    this.cookie.take(reply);
    return true;
  }
}
