import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EventType } from '../events/event.types.js';
import { archivedArgument } from '../lists/list.types.js';
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
  async venues(
    @Parent() event: EventType,
    @Context() { loaders }: RequestContext,
    @Args('archived', archivedArgument) archived: boolean,
  ): Promise<VenueType[]> {
    const { ofEvents } = this.repository;
    const rows = (await loaders.by(ofEvents, ofEvents).load(event.id)) ?? [];
    return rows.filter((row) => (row.archivedAt !== null) === archived).map(venueType);
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

  @Allow('staff')
  @Mutation(() => VenueOrRefusal, {
    description:
      "Puts a venue away with its rooms. The event's organisers only. Refuses while a session is held in one of them.",
  })
  async archiveVenue(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The venue.' }) id: string,
  ): Promise<VenueType | Refusal> {
    return shown(await this.service.archive(viewer, id), venueType);
  }

  @Allow('staff')
  @Mutation(() => VenueOrRefusal, {
    description:
      "Takes an archived venue back into use, with the rooms that were put away with it. The event's organisers only. Refuses a name that is taken by now.",
  })
  async restoreVenue(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The venue.' }) id: string,
  ): Promise<VenueType | Refusal> {
    return shown(await this.service.restore(viewer, id), venueType);
  }
}
