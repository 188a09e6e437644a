import { isId, tidyLine, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  may,
  PageArgs,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListArgs } from '../lists/list.types.js';
import type { EventSeries } from '../series/event-series.entity.js';
import { EventSeriesRepository } from '../series/event-series.repository.js';
import { EventSeriesType, eventSeriesType } from '../series/event-series.types.js';
import type { Event } from './event.entity.js';
import { draftsOf } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import { shownName } from './event.rules.js';
import { EventService } from './event.service.js';
import {
  EventChangeInput,
  EventConnection,
  EventFilter,
  EventInput,
  EventOrRefusal,
  EventType,
  eventType,
} from './event.types.js';

const idArgument = { type: () => ID, description: 'The event.' };

@Resolver(() => EventType)
export class EventResolver {
  constructor(
    private readonly repository: EventRepository,
    private readonly seriesRepository: EventSeriesRepository,
    private readonly service: EventService,
  ) {}

  @Allow('public')
  @Query(() => EventConnection, {
    description: 'Public events and, for staff, the drafts at which they have a role; the latest first.',
  })
  async events(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args() { search, archived }: ListArgs,
    @Args('filter', { type: () => EventFilter, nullable: true, description: 'Which of them.' })
    filter?: EventFilter | null,
  ): Promise<Connection<EventType>> {
    const words = tidyLine(search ?? '') || null;
    const found = await this.repository.found({ ...filter, drafts: draftsOf(viewer), words, archived }, page);
    return connectionOf(found, eventType);
  }

  @Allow('public')
  @Query(() => EventType, {
    nullable: true,
    description: 'One event by its id or its slug; null when there is none, or none that you may see.',
  })
  async event(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, nullable: true, description: 'UUID.' }) id?: string,
    @Args('slug', { type: () => String, nullable: true, description: 'As in its public address; used without `id`.' })
    slug?: string,
  ): Promise<EventType | null> {
    const event = await this.found(id, slug);
    return event && (event.state !== 'draft' || may(viewer, 'event.read', event.id)) ? eventType(event) : null;
  }

  @Allow('public')
  @ResolveField(() => EventSeriesType, { description: 'The series of which it is an edition.' })
  async series(@Parent() event: EventType, @Context() context: RequestContext): Promise<EventSeriesType> {
    return eventSeriesType(await this.seriesOf(event, context));
  }

  @Allow('public')
  @ResolveField(() => String, {
    description: 'Its name as documents write it, number first: `II Encuentro Nacional …`.',
  })
  async shownName(@Parent() event: EventType, @Context() context: RequestContext): Promise<string> {
    return shownName(event, await this.seriesOf(event, context));
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, {
    description:
      'Adds an event as a draft. For organisers of the organisation. Refuses days that end before they start, an unknown zone, an edition number or slug in use.',
  })
  async createEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => EventInput, description: 'The new event.' }) input: EventInput,
  ): Promise<EventType | Refusal> {
    return shown(await this.service.create(viewer, input), eventType);
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, {
    description:
      'Changes an event. Its organisers only. Refuses what createEvent refuses, days that would leave a session outside, and a new slug for a public event. The public agenda shows it after the next publishAgenda.',
  })
  async updateEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => EventChangeInput, description: 'What shall be different.' }) input: EventChangeInput,
  ): Promise<EventType | Refusal> {
    return shown(await this.service.update(viewer, id, input), eventType);
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, {
    description: 'Makes a draft public. Its organisers only. Refuses an event without an organising institution.',
  })
  async publishEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<EventType | Refusal> {
    return shown(await this.service.publish(viewer, id), eventType);
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, { description: 'Closes a public event: it is over. Its organisers only.' })
  async closeEvent(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<EventType | Refusal> {
    return shown(await this.service.close(viewer, id), eventType);
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, {
    description:
      'Puts a draft or a closed event away from the working lists; its public pages stay. Its organisers only. Refuses a public event that is not closed.',
  })
  async archiveEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<EventType | Refusal> {
    return shown(await this.service.archive(viewer, id), eventType);
  }

  @Allow('staff')
  @Mutation(() => EventOrRefusal, { description: 'Takes an archived event back into use. Its organisers only.' })
  async restoreEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<EventType | Refusal> {
    return shown(await this.service.restore(viewer, id), eventType);
  }

  private async found(id?: string, slug?: string): Promise<Event | null> {
    if (id) return isId(id) ? this.repository.byId(id) : null;
    return slug ? this.repository.bySlug(slug) : null;
  }

  private async seriesOf({ seriesId }: EventType, { loaders }: RequestContext): Promise<EventSeries> {
    const series = await loaders.by(this.seriesRepository.byIds, this.seriesRepository.byIds).load(seriesId);
    if (!series) throw new Error(`The series ${seriesId} is gone`);
    return series;
  }
}
