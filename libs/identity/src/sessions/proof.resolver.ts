import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProofService } from './proof.service.js';
import { MeOrRefusal, meType, type MeType } from '../sign-in/sign-in.types.js';

/** The answer to the error STEP_UP_NEEDED: prove who you are, then send the same request again. */
@Resolver()
export class ProofResolver {
  constructor(private readonly proofs: ProofService) {}

  @Allow('staff')
  @Mutation(() => MeOrRefusal, {
    description:
      'Proves by password who you are; for five minutes the session opens what asks for a recent proof. Refuses with CURRENT_PASSWORD_WRONG or TOO_MANY_ATTEMPTS.',
  })
  async proveWithPassword(
    @CurrentViewer() viewer: Viewer,
    @Args('password', { type: () => String, description: 'The password.' }) password: string,
    @Context() { request }: RequestContext,
  ): Promise<MeType | Refusal> {
    return shown(await this.proofs.byPassword(viewer, password, request.ip), meType);
  }

  @Allow('staff')
  @Mutation(() => MeOrRefusal, {
    description:
      'Proves by a code of the app, or a recovery code, who you are; for five minutes the session opens what asks for a recent proof. Refuses with CODE_WRONG or TOO_MANY_ATTEMPTS.',
  })
  async proveWithCode(
    @CurrentViewer() viewer: Viewer,
    @Args('code', { type: () => String, description: 'Six digits, or a recovery code.' }) code: string,
    @Context() { request }: RequestContext,
  ): Promise<MeType | Refusal> {
    return shown(await this.proofs.byCode(viewer, code, request.ip), meType);
  }
}
