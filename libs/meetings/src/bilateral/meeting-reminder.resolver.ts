import { ReminderType } from '#communications';
import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BilateralMeetingRepository } from './bilateral-meeting.repository.js';
import { BilateralMeetingType, bilateralMeetingType } from './bilateral-meeting.types.js';

/** What a reminder reminds of, added from above. */
@Resolver(() => ReminderType)
export class MeetingReminderResolver {
  constructor(private readonly meetings: BilateralMeetingRepository) {}

  @Allow('staff')
  @ResolveField(() => BilateralMeetingType, {
    nullable: true,
    description: 'The bilateral meeting; null for a reminder of something else.',
  })
  async meeting(
    @Parent() { subjectKind, subjectId }: ReminderType,
    @Context() { loaders }: RequestContext,
  ): Promise<BilateralMeetingType | null> {
    if (subjectKind !== 'meeting') return null;
    const row = await loaders.by(this.meetings.byIds, this.meetings.byIds).load(subjectId);
    return row && bilateralMeetingType(row);
  }
}
