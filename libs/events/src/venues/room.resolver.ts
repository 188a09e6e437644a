import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RoomRepository } from './room.repository.js';
import { RoomService } from './room.service.js';
import { RoomChangeInput, RoomInput, RoomOrRefusal, RoomType, roomType, VenueType } from './venue.types.js';

@Resolver(() => VenueType)
export class RoomResolver {
  constructor(
    private readonly repository: RoomRepository,
    private readonly service: RoomService,
  ) {}

  @Allow('public')
  @ResolveField(() => [RoomType], { description: 'Its rooms, in the order in which they are shown.' })
  async rooms(@Parent() venue: VenueType, @Context() { loaders }: RequestContext): Promise<RoomType[]> {
    const { ofVenues } = this.repository;
    return ((await loaders.by(ofVenues, ofVenues).load(venue.id)) ?? []).map(roomType);
  }

  @Allow('staff')
  @Mutation(() => RoomOrRefusal, {
    description: "Adds a room to a venue. The event's organisers only. Refuses a name in use and a capacity below 1.",
  })
  async addRoom(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => RoomInput, description: 'The new room.' }) input: RoomInput,
  ): Promise<RoomType | Refusal> {
    return shown(await this.service.add(viewer, input), roomType);
  }

  @Allow('staff')
  @Mutation(() => RoomOrRefusal, { description: "Changes a room. The event's organisers only." })
  async updateRoom(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The room.' }) id: string,
    @Args('input', { type: () => RoomChangeInput, description: 'What shall be different.' }) input: RoomChangeInput,
  ): Promise<RoomType | Refusal> {
    return shown(await this.service.update(viewer, id, input), roomType);
  }
}
