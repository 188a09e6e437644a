import { PageArgs } from '#platform';
import { ArgsType, Field, ID } from '@nestjs/graphql';

/** What every list of an event's meetings and requests is asked with. */
@ArgsType()
export class EventListArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, {
    nullable: true,
    description: "Words that the parties' names or the topic must have, accents and case aside.",
  })
  search?: string | null;
}
