import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionOrRefusal, SessionType, sessionType } from '../sessions/session.types.js';
import { SpeakerRepository } from './speaker.repository.js';
import { SpeakerService } from './speaker.service.js';
import { SpeakerType, speakerType } from './speaker.types.js';

@Resolver(() => SessionType)
export class SessionSpeakersResolver {
  constructor(
    private readonly repository: SpeakerRepository,
    private readonly service: SpeakerService,
  ) {}

  @Allow('staff')
  @ResolveField(() => [SpeakerType], { description: 'Who takes part, in the order in which they are shown.' })
  async speakers(@Parent() { id }: SessionType, @Context() { loaders }: RequestContext): Promise<SpeakerType[]> {
    const { ofSessions } = this.repository;
    return ((await loaders.by(ofSessions, ofSessions).load(id)) ?? []).map(speakerType);
  }

  @Allow('staff')
  @Mutation(() => SessionOrRefusal, {
    description:
      "Puts a session's speakers in another order. The event's organisers only. Refuses a list that leaves one out.",
  })
  async reorderSpeakers(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
    @Args('speakerIds', { type: () => [ID], description: 'Everyone of it once, the first one first.' })
    speakerIds: string[],
  ): Promise<SessionType | Refusal> {
    return shown(await this.service.reorder(viewer, sessionId, speakerIds), sessionType);
  }
}
