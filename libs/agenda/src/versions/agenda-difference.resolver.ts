import { Allow, CurrentViewer, type Viewer } from '#platform';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { PendingAgendaType } from './agenda-difference.types.js';
import { AgendaVersionService, type PendingAgenda } from './agenda-version.service.js';

@Resolver(() => PendingAgendaType)
export class AgendaDifferenceResolver {
  constructor(private readonly service: AgendaVersionService) {}

  @Allow('staff')
  @Query(() => PendingAgendaType, {
    nullable: true,
    description: "What publishAgenda would change for the public. The event's staff only; null for an unknown event.",
  })
  async pendingAgenda(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
  ): Promise<PendingAgendaType | null> {
    return pendingType(await this.service.pending(viewer, eventId));
  }
}

/** The rules' plain data is the answer word for word. */
function pendingType(pending: PendingAgenda | null): PendingAgendaType | null {
  return pending as PendingAgendaType | null;
}
