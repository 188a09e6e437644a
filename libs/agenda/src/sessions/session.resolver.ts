import { RoomRepository, RoomType, roomType } from '#events';
import { isId, tidyLine, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  may,
  PageArgs,
  requireMay,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ThematicBlockRepository } from '../blocks/thematic-block.repository.js';
import { ThematicBlockType, thematicBlockType } from '../blocks/thematic-block.types.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import {
  SessionChangeInput,
  SessionConnection,
  SessionFilter,
  SessionInput,
  SessionOrRefusal,
  SessionType,
  sessionType,
} from './session.types.js';

const idArgument = { type: () => ID, description: 'The session.' };
const searchArgument = {
  type: () => String,
  nullable: true,
  description: 'Words that stand together in title, summary or the name of a speaker; case and accents do not matter.',
};

@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly repository: SessionRepository,
    private readonly rooms: RoomRepository,
    private readonly blocks: ThematicBlockRepository,
    private readonly service: SessionService,
  ) {}

  @Allow('staff')
  @Query(() => SessionConnection, {
    description: "An event's sessions by start, cancelled ones too. The event's staff only.",
  })
  async sessions(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('search', searchArgument) search?: string | null,
    @Args('filter', { type: () => SessionFilter, nullable: true, description: 'Which of them.' })
    filter?: SessionFilter | null,
  ): Promise<Connection<SessionType>> {
    requireMay(viewer, 'event.read', eventId);
    const words = tidyLine(search ?? '') || null;
    return connectionOf(await this.repository.found({ ...filter, eventId, words }, page), sessionType);
  }

  @Allow('staff')
  @Query(() => SessionType, {
    nullable: true,
    description: "One session; null when there is none, or none that you may see. The event's staff only.",
  })
  async session(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<SessionType | null> {
    const session = isId(id) ? await this.repository.byId(id) : null;
    return session && may(viewer, 'event.read', session.eventId) ? sessionType(session) : null;
  }

  @Allow('staff')
  @ResolveField(() => RoomType, {
    nullable: true,
    description: 'Where it is held; null when it has no room of its own.',
  })
  async room(@Parent() { roomId }: SessionType, @Context() { loaders }: RequestContext): Promise<RoomType | null> {
    const room = roomId && (await loaders.by(this.rooms.byIds, this.rooms.byIds).load(roomId));
    return room ? roomType(room) : null;
  }

  @Allow('staff')
  @ResolveField(() => ThematicBlockType, { nullable: true, description: 'Its theme; null when it belongs to none.' })
  async block(
    @Parent() { blockId }: SessionType,
    @Context() { loaders }: RequestContext,
  ): Promise<ThematicBlockType | null> {
    const block = blockId && (await loaders.by(this.blocks.byIds, this.blocks.byIds).load(blockId));
    return block ? thematicBlockType(block) : null;
  }

  @Allow('staff')
  @Mutation(() => SessionOrRefusal, {
    description:
      "Adds a session. The event's organisers only. Refuses a time that does not exist in the event's zone, one outside the event's days, and a room in use. Send an Idempotency-Key to be able to repeat it safely.",
  })
  async createSession(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SessionInput, description: 'The new session.' }) input: SessionInput,
    @Context() { idempotencyKey }: RequestContext,
  ): Promise<SessionType | Refusal> {
    return shown(await this.service.create(viewer, input, idempotencyKey), sessionType);
  }

  @Allow('staff')
  @Mutation(() => SessionOrRefusal, {
    description:
      "Changes or moves a session. The event's organisers only. Refuses what createSession refuses, a speaker who is elsewhere at that time, and a change on an older version (SESSION_CHANGED_MEANWHILE shows both). Speakers of a published session are told of a new time or room.",
  })
  async updateSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => SessionChangeInput, description: 'What shall be different.' })
    input: SessionChangeInput,
  ): Promise<SessionType | Refusal> {
    return shown(await this.service.update(viewer, id, input), sessionType);
  }

  @Allow('staff')
  @Mutation(() => SessionOrRefusal, {
    description:
      "Cancels a session for good: its room and its people are free again, and speakers of a published session are told. The event's organisers only.",
  })
  async cancelSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('version', { type: () => Int, description: 'The version on which it was decided.' }) version: number,
  ): Promise<SessionType | Refusal> {
    return shown(await this.service.cancel(viewer, id, version), sessionType);
  }
}
