import { tidyLine, type Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  PageArgs,
  shown,
  type Connection,
  type RequestContext,
  type Viewer,
} from '#platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ListArgs } from '../lists/list.types.js';
import { EventSeriesRepository, type Editions } from './event-series.repository.js';
import { EventSeriesService } from './event-series.service.js';
import {
  EventSeriesChangeInput,
  EventSeriesConnection,
  EventSeriesInput,
  EventSeriesOrRefusal,
  EventSeriesType,
  eventSeriesType,
} from './event-series.types.js';

const idArgument = { type: () => ID, description: 'The series.' };

@Resolver(() => EventSeriesType)
export class EventSeriesResolver {
  constructor(
    private readonly series: EventSeriesRepository,
    private readonly service: EventSeriesService,
  ) {}

  @Allow('public')
  @Query(() => EventSeriesConnection, { description: 'Series of events, by name.' })
  async eventSeries(
    @Args() page: PageArgs,
    @Args() { search, archived }: ListArgs,
  ): Promise<Connection<EventSeriesType>> {
    const words = tidyLine(search ?? '') || null;
    return connectionOf(await this.series.found({ words, archived }, page), eventSeriesType);
  }

  @Allow('staff')
  @ResolveField(() => Int, { description: 'How many editions it has, without archived ones.' })
  async editionCount(@Parent() { id }: EventSeriesType, @Context() context: RequestContext): Promise<number> {
    return (await this.editionsOf(id, context)).count;
  }

  @Allow('staff')
  @ResolveField(() => Int, { description: 'The number after the last one that an edition bears: 1 for the first.' })
  async nextEditionNumber(@Parent() { id }: EventSeriesType, @Context() context: RequestContext): Promise<number> {
    return (await this.editionsOf(id, context)).lastNumber + 1;
  }

  @Allow('staff')
  @Mutation(() => EventSeriesOrRefusal, {
    description:
      'Adds a series. For organisers of the organisation. Refuses with ORGANIZATION_NEEDED or SERIES_NAME_TAKEN.',
  })
  async createEventSeries(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => EventSeriesInput, description: 'The new series.' }) input: EventSeriesInput,
  ): Promise<EventSeriesType | Refusal> {
    return shown(await this.service.create(viewer, input), eventSeriesType);
  }

  @Allow('staff')
  @Mutation(() => EventSeriesOrRefusal, {
    description: 'Changes a series. For organisers of the organisation. Refuses a name in use (SERIES_NAME_TAKEN).',
  })
  async updateEventSeries(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
    @Args('input', { type: () => EventSeriesChangeInput, description: 'What shall be different.' })
    input: EventSeriesChangeInput,
  ): Promise<EventSeriesType | Refusal> {
    return shown(await this.service.update(viewer, id, input), eventSeriesType);
  }

  @Allow('staff')
  @Mutation(() => EventSeriesOrRefusal, {
    description:
      'Puts a series away: it takes no new editions, and those that it has stay. For organisers of the organisation.',
  })
  async archiveEventSeries(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<EventSeriesType | Refusal> {
    return shown(await this.service.archive(viewer, id), eventSeriesType);
  }

  @Allow('staff')
  @Mutation(() => EventSeriesOrRefusal, {
    description:
      'Takes an archived series back into use. For organisers of the organisation. Refuses when its name is taken by now.',
  })
  async restoreEventSeries(
    @CurrentViewer() viewer: Viewer,
    @Args('id', idArgument) id: string,
  ): Promise<EventSeriesType | Refusal> {
    return shown(await this.service.restore(viewer, id), eventSeriesType);
  }

  private async editionsOf(id: string, { loaders }: RequestContext): Promise<Editions> {
    const { editionsOf } = this.series;
    return (await loaders.by(editionsOf, editionsOf).load(id)) ?? { count: 0, lastNumber: 0 };
  }
}
