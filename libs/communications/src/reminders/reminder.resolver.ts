import { Allow, connectionOf, CurrentViewer, PageArgs, requireMay, type Connection, type Viewer } from '#platform';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderConnection, ReminderFilter, reminderType, type ReminderType } from './reminder.types.js';

@Resolver()
export class ReminderResolver {
  constructor(private readonly repository: ReminderRepository) {}

  @Allow('staff')
  @Query(() => ReminderConnection, {
    description: "An event's reminders in the order in which they are due. Readers and organisers.",
  })
  async reminders(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReminderFilter, nullable: true, description: 'Which of them.' })
    filter: ReminderFilter | null,
  ): Promise<Connection<ReminderType>> {
    requireMay(viewer, 'messages.read', eventId);
    return connectionOf(await this.repository.ofEvent(eventId, filter ?? {}, page), reminderType);
  }
}
