import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EventType } from '../events/event.types.js';
import { VenueRepository } from './venue.repository.js';
import { VenueService } from './venue.service.js';
import { VenueChangeInput, VenueInput, VenueOrRefusal, VenueType, venueType } from './venue.types.js';

@Resolver(() => EventType)
export class VenueResolver {
  constructor(
    private readonly repository: VenueRepository,
    private readonly service: VenueService,
  ) {}

  @Allow('public')
  @ResolveField(() => [VenueType], { description: 'Where it is held, by name.' })
  async venues(@Parent() event: EventType, @Context() { loaders }: RequestContext): Promise<VenueType[]> {
    const { ofEvents } = this.repository;
    return ((await loaders.by(ofEvents, ofEvents).load(event.id)) ?? []).map(venueType);
  }

  @Allow('staff')
  @Mutation(() => VenueOrRefusal, { description: "Adds a venue. The event's organisers only. Refuses a name in use." })
  async addVenue(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => VenueInput, description: 'The new venue.' }) input: VenueInput,
  ): Promise<VenueType | Refusal> {
    return shown(await this.service.add(viewer, input), venueType);
  }

  @Allow('staff')
  @Mutation(() => VenueOrRefusal, { description: "Changes a venue. The event's organisers only." })
  async updateVenue(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The venue.' }) id: string,
    @Args('input', { type: () => VenueChangeInput, description: 'What shall be different.' }) input: VenueChangeInput,
  ): Promise<VenueType | Refusal> {
    return shown(await this.service.update(viewer, id, input), venueType);
  }
}
