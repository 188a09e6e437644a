import { Clock } from '#kernel';
import { Allow, QueueHealth, type QueueCounts } from '#platform';
import { Field, GraphQLISODateTime, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';

@Allow('staff')
@ObjectType('QueueHealth', { description: 'How the work behind the scenes stands, over the whole installation.' })
class QueueHealthType implements QueueCounts {
  @Field(() => Int, {
    description: 'Facts that were recorded and not yet taken up. More than a few for long: no worker runs.',
  })
  unrelayed: number;

  @Field(() => Int, { description: 'Jobs that wait or are under way.' })
  waiting: number;

  @Field(() => Int, { description: 'Jobs that failed for good and need a person.' })
  failed: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when the oldest of them waits (UTC); null when none does.',
  })
  oldestSince: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "For how many seconds, by the server's clock; null when none does.",
  })
  oldestSeconds: number | null;
}

@Resolver()
export class QueueHealthResolver {
  constructor(
    private readonly health: QueueHealth,
    private readonly clock: Clock,
  ) {}

  @Allow('staff')
  @Query(() => QueueHealthType, { description: 'Whether mails and other work get done. Any staff.' })
  async queueHealth(): Promise<QueueHealthType> {
    const counts = await this.health.counts();
    const { oldestSince } = counts;
    const oldestSeconds = oldestSince && Math.round((this.clock.now().getTime() - oldestSince.getTime()) / 1000);
    return { ...counts, oldestSeconds };
  }
}
