import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { archivedArgument } from '../lists/list.types.js';
import { RoomRepository } from './room.repository.js';
import { RoomService } from './room.service.js';
import {
  RoomChangeInput,
  RoomInput,
  RoomOrRefusal,
  RoomsOrRefusal,
  RoomsType,
  roomsType,
  RoomType,
  roomType,
  VenueType,
} from './venue.types.js';

const idArgument = { type: () => ID, description: 'The room.' };

@Resolver(() => VenueType)
export class RoomResolver {
  constructor(
    private readonly repository: RoomRepository,
    private readonly service: RoomService,
  ) {}

  @Allow('public')
  @ResolveField(() => [RoomType], { description: 'Its rooms, in the order in which they are shown.' })
  async rooms(
    @Parent() venue: VenueType,
    @Context() { loaders }: RequestContext,
    @Args('archived', archivedArgument) archived: boolean,
  ): Promise<RoomType[]> {
    const { ofVenues } = this.repository;
    const rows = (await loaders.by(ofVenues, (ids: readonly string[]) => ofVenues(ids)).load(venue.id)) ?? [];
    return rows.filter((row) => (row.archivedAt !== null) === archived).map(roomType);
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
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => RoomChangeInput, description: 'What shall be different.' }) input: RoomChangeInput,
  ): Promise<RoomType | Refusal> {
    return shown(await this.service.update(viewer, id, input), roomType);
  }

  @Allow('staff')
  @Mutation(() => RoomOrRefusal, {
    description: "Puts a room away. The event's organisers only. Refuses while a session is held in it.",
  })
  async archiveRoom(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<RoomType | Refusal> {
    return shown(await this.service.archive(viewer, id), roomType);
  }

  @Allow('staff')
  @Mutation(() => RoomOrRefusal, {
    description:
      "Takes an archived room back into use. The event's organisers only. Refuses a name that is taken by now, and a room of an archived venue.",
  })
  async restoreRoom(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<RoomType | Refusal> {
    return shown(await this.service.restore(viewer, id), roomType);
  }

  @Allow('staff')
  @Mutation(() => RoomsOrRefusal, {
    description: "Puts an event's rooms in another order. Its organisers only. Refuses a list that leaves one out.",
  })
  async reorderRooms(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('roomIds', { type: () => [ID], description: 'Every room in use once, the first one first.' })
    roomIds: string[],
  ): Promise<RoomsType | Refusal> {
    return shown(await this.service.reorder(viewer, eventId, roomIds), roomsType);
  }
}
