import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type Viewer } from '#platform';
import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { EventQuotaService } from './event-quota.service.js';
import { EventSeatsOrRefusal, EventSeatsType } from './event-quota.types.js';

@Resolver(() => EventSeatsType)
export class EventQuotaResolver {
  constructor(private readonly service: EventQuotaService) {}

  @Allow('staff')
  @Mutation(() => EventSeatsOrRefusal, {
    description:
      'Bounds the seats of an event over all its delegations. Organisers only. Refuses fewer than are taken.',
  })
  async setEventQuota(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('capacity', {
      type: () => Int,
      nullable: true,
      description: 'Seats, from 1 to 100000; null takes the bound away.',
    })
    capacity: number | null,
  ): Promise<EventSeatsType | Refusal> {
    return shown(await this.service.set(viewer, eventId, capacity ?? null), (seats) => ({ ...seats }));
  }
}
