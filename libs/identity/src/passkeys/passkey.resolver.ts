import { isRefusal, type Refusal } from '#kernel';
import { Allow, CurrentViewer, NotAllowed, orRefusal, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { OwnFactorsService } from '../my-account/own-factors.service.js';
import { passkeyType, PasskeyType } from '../my-account/my-account.types.js';
import { originOf } from '../sessions/session-origin.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { MeOrRefusal, meType, type MeType } from '../sign-in/sign-in.types.js';
import { PasskeyProofService } from './passkey-proof.service.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasskeyQuestionType, PasskeyReplyInput } from './passkey.types.js';

const PasskeyOrRefusal = orRefusal('Passkey', () => PasskeyType);
const reply = { description: "The browser's answer." };

@Resolver()
export class PasskeyResolver {
  constructor(
    private readonly signIns: PasskeySignInService,
    private readonly proofs: PasskeyProofService,
    private readonly own: OwnFactorsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Allow('public')
  @Mutation(() => PasskeyQuestionType, { description: 'Begins to sign in by passkey. It is the same for everybody.' })
  startPasskeySignIn(): Promise<PasskeyQuestionType> {
    return this.signIns.start();
  }

  @Allow('public')
  @Mutation(() => MeOrRefusal, {
    description:
      'Signs in by passkey and sets the session cookie; no second step follows. Refuses with PASSKEY_FAILED or TOO_MANY_ATTEMPTS.',
  })
  async signInWithPasskey(
    @Args('reply', reply) input: PasskeyReplyInput,
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
  ): Promise<MeType | Refusal> {
    const answer = await this.signIns.signIn(viewer, input, originOf(context.request));
    if (isRefusal(answer)) return answer;
    this.cookie.give(context.reply, answer.token);
    return meType(answer.viewer);
  }

  @Allow('staff')
  @Mutation(() => PasskeyQuestionType, { description: 'Begins to prove by one of your passkeys who you are.' })
  startPasskeyProof(@CurrentViewer() viewer: Viewer): Promise<PasskeyQuestionType> {
    if (viewer.kind !== 'staff') throw new NotAllowed();
    return this.signIns.startProof(viewer);
  }

  @Allow('staff')
  @Mutation(() => MeOrRefusal, {
    description:
      'Proves by passkey who you are; for five minutes the session opens what asks for a recent proof. Refuses with PASSKEY_FAILED or TOO_MANY_ATTEMPTS.',
  })
  async proveWithPasskey(
    @CurrentViewer() viewer: Viewer,
    @Args('reply', reply) input: PasskeyReplyInput,
    @Context() { request }: RequestContext,
  ): Promise<MeType | Refusal> {
    return shown(await this.proofs.prove(viewer, input, request.ip), meType);
  }

  @Allow('staff')
  @Mutation(() => PasskeyQuestionType, { description: 'Begins to register a passkey of yours. Needs a recent proof.' })
  startPasskeyRegistration(@CurrentViewer() viewer: Viewer): Promise<PasskeyQuestionType> {
    return this.own.startPasskey(viewer);
  }

  @Allow('staff')
  @Mutation(() => PasskeyOrRefusal, {
    description:
      'Keeps the passkey that the browser made. Needs a recent proof. Refuses with PASSKEY_NAME_WRONG, PASSKEY_NOT_REGISTERED or PASSKEY_REGISTERED_ALREADY.',
  })
  async registerPasskey(
    @CurrentViewer() viewer: Viewer,
    @Args('reply', reply) input: PasskeyReplyInput,
    @Args('name', { type: () => String, description: 'One line of at most 60 characters.' }) name: string,
  ): Promise<PasskeyType | Refusal> {
    return shown(await this.own.finishPasskey(viewer, input, name), passkeyType);
  }

  @Allow('staff')
  @Mutation(() => PasskeyOrRefusal, {
    description: 'Gives a passkey of yours another name. Refuses with PASSKEY_NAME_WRONG.',
  })
  async renamePasskey(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The passkey.' }) id: string,
    @Args('name', { type: () => String, description: 'One line of at most 60 characters.' }) name: string,
  ): Promise<PasskeyType | Refusal> {
    return shown(await this.own.renamePasskey(viewer, id, name), passkeyType);
  }
}
