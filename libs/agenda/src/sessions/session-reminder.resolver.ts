import { ReminderType } from '#communications';
import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionRepository } from './session.repository.js';
import { SessionType, sessionType } from './session.types.js';

/** What a reminder reminds of, added from above. */
@Resolver(() => ReminderType)
export class SessionReminderResolver {
  constructor(private readonly sessions: SessionRepository) {}

  @Allow('staff')
  @ResolveField(() => SessionType, {
    nullable: true,
    description: 'The session; null for a reminder of something else, or when the session was taken off.',
  })
  async session(
    @Parent() { subjectKind, subjectId }: ReminderType,
    @Context() { loaders }: RequestContext,
  ): Promise<SessionType | null> {
    if (subjectKind !== 'session') return null;
    const row = await loaders.by(this.sessions.byIds, this.sessions.byIds).load(subjectId);
    return row && sessionType(row);
  }
}
