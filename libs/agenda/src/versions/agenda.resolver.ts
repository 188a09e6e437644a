import type { Refusal } from '#kernel';
import { Allow, CurrentViewer, shown, type RequestContext, type Viewer } from '#platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AgendaVersionService } from './agenda-version.service.js';
import { PublishedAgendaRepository } from './published-agenda.repository.js';
import { AgendaOrRefusal, AgendaType, agendaType } from './published-agenda.types.js';

const eventArgument = { type: () => ID, description: 'The event.' };

@Resolver(() => AgendaType)
export class AgendaResolver {
  constructor(
    private readonly published: PublishedAgendaRepository,
    private readonly service: AgendaVersionService,
  ) {}

  @Allow('public')
  @Query(() => AgendaType, {
    nullable: true,
    description: 'What the public sees of an event; null before its first publication and for an unknown slug.',
  })
  async publishedAgenda(
    @Args('slug', { type: () => String, description: 'The event, as in its public address.' }) slug: string,
    @Context() { sources }: RequestContext,
  ): Promise<AgendaType | null> {
    const version = await this.published.currentOfSlug(slug);
    if (version) sources.push({ version: version.stamp, current: () => this.published.stampOf(slug) });
    return version && agendaType({ ...version, state: 'published' });
  }

  @Allow('staff')
  @Query(() => AgendaType, {
    nullable: true,
    description: "The agenda as it stands now. The event's staff only; null for anyone else.",
  })
  async draftAgenda(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
  ): Promise<AgendaType | null> {
    const content = await this.service.draftOf(viewer, eventId);
    return content && agendaType({ number: null, state: 'draft', publishedAt: null, content });
  }

  @Allow('staff')
  @Query(() => [AgendaType], { description: "Every published version, the latest first. The event's staff only." })
  async agendaVersions(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
  ): Promise<AgendaType[]> {
    return (await this.service.history(viewer, eventId)).map(agendaType);
  }

  @Allow('staff')
  @Mutation(() => AgendaOrRefusal, {
    description:
      "Freezes the agenda as it stands and shows it to the public in place of the version before. The event's organisers only. Refuses an agenda without sessions.",
  })
  async publishAgenda(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', eventArgument) eventId: string,
  ): Promise<AgendaType | Refusal> {
    return shown(await this.service.publish(viewer, eventId), agendaType);
  }
}
