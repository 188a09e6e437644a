import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type Viewer } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EventSeriesRepository } from './event-series.repository.js';
import { EventSeriesService } from './event-series.service.js';
import { EventSeriesInput, EventSeriesOrRefusal, EventSeriesType, eventSeriesType } from './event-series.types.js';

@Resolver(() => EventSeriesType)
export class EventSeriesResolver {
  constructor(
    private readonly series: EventSeriesRepository,
    private readonly service: EventSeriesService,
  ) {}

  @Allow('public')
  @Query(() => [EventSeriesType], { description: 'Every series, by name.' })
  async eventSeries(): Promise<EventSeriesType[]> {
    return (await this.series.all()).map(eventSeriesType);
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
}
