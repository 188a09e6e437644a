import type { DomainEvent, Facts } from './domain-event.js';

/** A reaction to a fact, run by the worker at least once. */
export interface Job<F extends Facts = Facts> {
  readonly name: string;
  readonly on: DomainEvent<F>;
  /**
   * A transactional job (the default) runs inside one unit of work that also marks it done, so its effect in the database happens
   * exactly once. A job that talks to the outside (SMTP) sets this to false and keeps its own marks.
   */
  readonly transactional: boolean;
}

const declared = new Map<string, Job>();

/** Declares a reaction; its one handler is the provider's method marked `@Handles(job)`. */
export function declareJob<F extends Facts>(
  name: string,
  on: DomainEvent<F>,
  options = { transactional: true },
): Job<F> {
  if (declared.has(name)) throw new Error(`The job ${name} is declared twice`);
  const job: Job<F> = { name, on, transactional: options.transactional };
  declared.set(name, job);
  return job;
}

export function declaredJobs(): readonly Job[] {
  return [...declared.values()];
}

export function jobsOn(event: string): readonly Job[] {
  return declaredJobs().filter((job) => job.on.name === event);
}
