import { EventRepository, type Event } from '#events';
import { localTimeOf } from '#kernel';
import { Allow, NotFound, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionType } from './session.types.js';

/** The times of a session as a clock in its event's zone shows them. */
@Resolver(() => SessionType)
export class SessionTimesResolver {
  constructor(private readonly events: EventRepository) {}

  @Allow('staff')
  @ResolveField(() => String, {
    description: "Its start as a wall-clock time in the event's zone: `2025-06-20T09:00`.",
  })
  async startsLocal(@Parent() session: SessionType, @Context() context: RequestContext): Promise<string> {
    return localTimeOf(session.startsAt, (await this.eventOf(session, context)).zone);
  }

  @Allow('staff')
  @ResolveField(() => String, { description: "Its end as a wall-clock time in the event's zone: `2025-06-20T10:00`." })
  async endsLocal(@Parent() session: SessionType, @Context() context: RequestContext): Promise<string> {
    return localTimeOf(session.endsAt, (await this.eventOf(session, context)).zone);
  }

  private async eventOf({ eventId }: SessionType, { loaders }: RequestContext): Promise<Event> {
    const event = await loaders.by(this.events.byIds, this.events.byIds).load(eventId);
    if (!event) throw new NotFound('event');
    return event;
  }
}
