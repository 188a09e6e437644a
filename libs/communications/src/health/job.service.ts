import { declareRefusals, type Refusal } from '#kernel';
import { AuditTrail, FailedJobs, NotFound, requireMay, UnitOfWork, type FailedJob, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';

export const jobRefusals = declareRefusals({
  JOB_NOT_FAILED: {
    es: 'Esta tarea ya no está fallida: alguien la reintentó o ya terminó. Actualice la lista.',
    en: 'This job has not failed any more: somebody tried it again, or it is done. Refresh the list.',
  },
});

/** Jobs that were given up: an administrator mends the cause, then has them tried again. */
@Injectable()
export class JobService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: FailedJobs,
    private readonly audit: AuditTrail,
  ) {}

  async retry(viewer: Viewer, id: string): Promise<FailedJob | Refusal> {
    requireMay(viewer, 'platform.operate');
    return this.unitOfWork.run(async (work) => {
      const job = await this.jobs.forChange(work, id);
      if (!job) throw new NotFound('job');
      if (job.state !== 'failed') return jobRefusals.JOB_NOT_FAILED();
      await this.jobs.queueAgain(work, id);
      const { state, name } = job;
      // A job's id begins with the id of the fact that it answers to, which alone is a UUID.
      const subject = { subject: 'Job', subjectId: id.slice(0, 36) };
      const change = { before: { state, name }, after: { state: 'queued', name } };
      await this.audit.record(work, { viewer, action: 'retryJob', ...subject, ...change });
      return { ...job, state: 'queued', endedAt: null };
    });
  }
}
