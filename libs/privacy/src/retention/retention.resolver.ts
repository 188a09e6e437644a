import { personType, PersonType } from '#people';
import { Allow, CurrentViewer, requireMay, type Viewer } from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { AnonymisationService } from '../anonymisation/anonymisation.service.js';
import { RetentionRun } from './retention-run.entity.js';
import { RetentionService } from './retention.service.js';
import { RetentionPreviewType, RetentionRunType } from './retention.types.js';

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
