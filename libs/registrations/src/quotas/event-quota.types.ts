import { Allow, orRefusal } from '#platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@Allow('staff')
@ObjectType('EventSeats', { description: 'The seats of a whole event, over all its delegations.' })
export class EventSeatsType {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => Int, { nullable: true, description: 'The greatest number of seats; null where there is no such bound.' })
  capacity: number | null;

  @Field(() => Int, { description: 'Seats in use.' })
  taken: number;
}

export const EventSeatsOrRefusal = orRefusal('EventSeats', () => EventSeatsType);
