import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionType } from '../sessions/session.types.js';
import { SpeakerRepository } from './speaker.repository.js';
import { SpeakerType, speakerType } from './speaker.types.js';

@Resolver(() => SessionType)
export class SessionSpeakersResolver {
  constructor(private readonly repository: SpeakerRepository) {}

  @Allow('staff')
  @ResolveField(() => [SpeakerType], { description: 'Who takes part, in the order in which they are shown.' })
  async speakers(@Parent() { id }: SessionType, @Context() { loaders }: RequestContext): Promise<SpeakerType[]> {
    const { ofSessions } = this.repository;
    return ((await loaders.by(ofSessions, ofSessions).load(id)) ?? []).map(speakerType);
  }
}
