import { Clock } from '#kernel';
import { GraphQLISODateTime, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/rule.js';

@Resolver()
export class ClockResolver {
  constructor(private readonly clock: Clock) {}

  @Allow('public')
  @Query(() => GraphQLISODateTime, {
    description:
      'The instant by which the product decides what is past and what is due. In the demo it may be far from the real time.',
  })
  currentTime(): Date {
    return this.clock.now();
  }
}
