import type { Refusal } from '#kernel';
import { personType, PersonType } from '#people';
import { Allow, CurrentViewer, requireMay, shown, type Viewer } from '#platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { AnonymisationService } from '../anonymisation/anonymisation.service.js';
import type { RetentionPurpose } from './retention.rules.js';
import { RetentionRun } from './retention-run.entity.js';
import { RetentionService } from './retention.service.js';
import {
  EventRetentionOrRefusal,
  EventRetentionPreviewOrRefusal,
  EventRetentionPreviewType,
  EventRetentionType,
  RetentionPreviewType,
  retentionPurposeEnum,
  RetentionRunType,
} from './retention.types.js';

const shownRuns = 50;

@Resolver()
export class RetentionResolver {
  constructor(
    private readonly service: RetentionService,
    private readonly anonymisation: AnonymisationService,
    private readonly dataSource: DataSource,
  ) {}

  @Allow('staff')
  @Query(() => RetentionPreviewType, { description: 'What the next sweep would erase. Administrators.' })
  retentionPreview(@CurrentViewer() viewer: Viewer): Promise<RetentionPreviewType> {
    return this.service.preview(viewer);
  }

  @Allow('staff')
  @Query(() => [RetentionRunType], {
    description: `The latest ${shownRuns} sweeps that erased something. Administrators.`,
  })
  async retentionRuns(@CurrentViewer() viewer: Viewer): Promise<RetentionRunType[]> {
    requireMay(viewer, 'platform.operate');
    return this.dataSource.getRepository(RetentionRun).find({ order: { ranAt: 'DESC' }, take: shownRuns });
  }

  @Allow('staff')
  @Query(() => EventRetentionPreviewOrRefusal, {
    description:
      "What an event would lose if it kept something for so many days. For the event's organisers. Refuses with RETENTION_DAYS_WRONG.",
  })
  async eventRetentionPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('purpose', { type: () => retentionPurposeEnum, description: 'What is kept.' }) purpose: RetentionPurpose,
    @Args('days', { type: () => Int, nullable: true, description: 'From 0 to 36500; as it is now when left out.' })
    days: number | null,
  ): Promise<EventRetentionPreviewType | Refusal> {
    const preview = await this.service.previewOf(viewer, eventId, purpose, days ?? null);
    return shown(preview, ({ days: wished, keptDays, erases }) => ({ days: wished, keptDays, erases }));
  }

  @Allow('staff')
  @Mutation(() => EventRetentionOrRefusal, {
    description:
      "Sets for how many days after its last one an event keeps something. For the event's organisers. Refuses with RETENTION_DAYS_WRONG.",
  })
  async setEventRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('purpose', { type: () => retentionPurposeEnum, description: 'What is kept.' }) purpose: RetentionPurpose,
    @Args('days', { type: () => Int, description: 'From 0 to 36500.' }) days: number,
  ): Promise<EventRetentionType | Refusal> {
    return shown(await this.service.setDays(viewer, eventId, purpose, days), ({ eventId: id, ...rest }) => ({
      eventId: id,
      ...rest,
    }));
  }

  @Allow('staff')
  @Mutation(() => PersonType, {
    description:
      'Orders that who the person is be erased, for good, within seconds. For whoever may change the person; counts stay.',
  })
  async anonymisePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The person.' }) id: string,
  ): Promise<PersonType> {
    return personType(await this.anonymisation.order(viewer, id));
  }
}
