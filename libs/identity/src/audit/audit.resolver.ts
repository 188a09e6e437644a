import { Allow, connectionOf, CurrentViewer, PageArgs, type Connection, type Viewer } from '#platform';
import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { requireMayRead } from './audit-access.js';
import { AuditListRepository } from './audit-list.repository.js';
import {
  AuditEntryConnection,
  auditEntryType,
  AuditFilter,
  AuditWordsType,
  type AuditEntryType,
} from './audit.types.js';

@ArgsType()
class AuditPlaceArgs {
  @Field(() => ID, { nullable: true, description: 'The event, for its owners and organisers.' })
  eventId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Without an event: the organisation with all its events, for its owners. Without either: everything, for administrators.',
  })
  organizationId?: string | null;
}

@Resolver()
export class AuditResolver {
  constructor(private readonly entries: AuditListRepository) {}

  @Allow('staff')
  @Query(() => AuditEntryConnection, {
    description: 'Who did what at an event, at an organisation or anywhere, the latest first.',
  })
  async auditEntries(
    @CurrentViewer() viewer: Viewer,
    @Args() place: AuditPlaceArgs,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Only entries like these.' }) filter?: AuditFilter,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name, a verb or a noun.' })
    search?: string,
  ): Promise<Connection<AuditEntryType>> {
    requireMayRead(viewer, place);
    return connectionOf(await this.entries.found(place, filter ?? {}, search ?? '', page), auditEntryType);
  }

  @Allow('staff')
  @Query(() => AuditWordsType, { description: 'For the filters of `auditEntries`, and for whom they are.' })
  async auditWords(@CurrentViewer() viewer: Viewer, @Args() place: AuditPlaceArgs): Promise<AuditWordsType> {
    requireMayRead(viewer, place);
    return this.entries.wordsOf(place);
  }
}
