import { Allow, connectionOf, CurrentViewer, PageArgs, requireMay, type Connection, type Viewer } from '#platform';
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AuditListRepository } from './audit-list.repository.js';
import { AuditEntryConnection, auditEntryType, AuditFilter, type AuditEntryType } from './audit.types.js';

@Allow('staff')
@ObjectType('AuditWords', { description: 'By what the audit of an event can be narrowed.' })
class AuditWordsType {
  @Field(() => [String], { description: 'Verbs and facts that its entries name.' })
  actions: string[];

  @Field(() => [String], { description: 'Nouns that its entries name.' })
  subjects: string[];
}

@Resolver()
export class AuditResolver {
  constructor(private readonly entries: AuditListRepository) {}

  @Allow('staff')
  @Query(() => AuditEntryConnection, {
    description: 'Who did what at an event, the latest first. For its owners and organisers.',
  })
  async auditEntries(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Only entries like these.' }) filter?: AuditFilter,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name, a verb or a noun.' })
    search?: string,
  ): Promise<Connection<AuditEntryType>> {
    requireMay(viewer, 'audit.read', eventId);
    return connectionOf(await this.entries.ofEvent(eventId, filter ?? {}, search ?? '', page), auditEntryType);
  }

  @Allow('staff')
  @Query(() => AuditWordsType, { description: 'For the filters of `auditEntries`. For owners and organisers.' })
  async auditWords(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
  ): Promise<AuditWordsType> {
    requireMay(viewer, 'audit.read', eventId);
    return this.entries.wordsOf(eventId);
  }
}
