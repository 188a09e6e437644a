import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { MeOrRefusal, meType, type MeType } from '../sign-in/sign-in.types.js';
import { OwnPasswordService } from './own-password.service.js';

@Resolver()
export class OwnPasswordResolver {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Allow('staff')
  @Mutation(() => MeOrRefusal, {
    description:
      'Changes the password of whoever asks and ends their other sessions. Refuses with CURRENT_PASSWORD_WRONG, PASSWORD_WRONG_LENGTH, PASSWORD_TOO_COMMON, PASSWORD_ABOUT_YOU or TOO_MANY_ATTEMPTS.',
  })
  async changeMyPassword(
    @CurrentViewer() viewer: Viewer,
    @Args('current', { type: () => String, description: 'The password until now.' }) current: string,
    @Args('password', { type: () => String, description: 'The new one, from 12 to 200 characters.' }) password: string,
    @Context() { request }: RequestContext,
  ): Promise<MeType | Refusal> {
    return shown(await this.passwords.change(viewer, { current, password, address: request.ip }), meType);
  }
}
