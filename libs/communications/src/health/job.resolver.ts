import type { Refusal } from '#kernel';
import {
  Allow,
  connectionOf,
  CurrentViewer,
  FailedJobs,
  PageArgs,
  requireMay,
  shown,
  type Connection,
  type Viewer,
} from '#platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { JobService } from './job.service.js';
import { JobConnection, JobOrRefusal, JobType, jobType } from './job.types.js';

@Resolver(() => JobType)
export class JobResolver {
  constructor(
    private readonly jobs: FailedJobs,
    private readonly service: JobService,
  ) {}

  @Allow('staff')
  @Query(() => JobConnection, {
    description:
      'Jobs that were given up, the latest first. Administrators only: errors may tell of any organisation’s rows.',
  })
  async failedJobs(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<JobType>> {
    requireMay(viewer, 'platform.operate');
    return connectionOf(await this.jobs.page(page), jobType);
  }

  @Allow('staff')
  @Mutation(() => JobOrRefusal, {
    description: 'Has a job that was given up tried again. Administrators only. Refuses one that has not failed.',
  })
  async retryJob(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The job.' }) id: string,
  ): Promise<JobType | Refusal> {
    return shown(await this.service.retry(viewer, id), jobType);
  }
}
