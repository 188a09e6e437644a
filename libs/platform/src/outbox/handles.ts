import { DiscoveryService } from '@nestjs/core';
import type { Facts } from './domain-event.js';
import type { Job } from './job.js';
import type { Work } from '../database/unit-of-work.js';

type Handler<F extends Facts> = (facts: F, work: Work) => Promise<void>;
type OutsideHandler<F extends Facts> = (facts: F) => Promise<void>;

const handlesKey = Symbol('handles');

type MarkedMethod = JobHandler & { [handlesKey]?: Job };

/** Marks the one method that carries out a job: `(facts, work) => Promise<void>`; not transactional jobs get no `work`. */
export function Handles<F extends Facts>(job: Job<F>) {
  return (
    _: object,
    __: string,
    method: TypedPropertyDescriptor<Handler<F>> | TypedPropertyDescriptor<OutsideHandler<F>>,
  ) => {
    (method.value as unknown as MarkedMethod)[handlesKey] = job;
  };
}

export type JobHandler = (facts: Facts, work?: Work) => Promise<void>;

/** Finds the handler of every declared job among the providers. Throws, naming each job that has none or several. */
export function handlersOf(discovery: DiscoveryService, jobs: readonly Job[]): Map<string, JobHandler> {
  const found = markedMethods(discovery);
  const faults = jobs.flatMap((job) => {
    const count = found.filter((one) => one.job === job).length;
    return count === 1 ? [] : [`${job.name} has ${count} handlers, expected one`];
  });
  const strangers = found
    .filter((one) => !jobs.includes(one.job))
    .map((one) => `${one.job.name} is handled but not declared`);
  if (faults.length + strangers.length > 0)
    throw new Error(`Jobs are not right: ${[...faults, ...strangers].join('; ')}`);
  return new Map(found.map((one) => [one.job.name, one.handler]));
}

function markedMethods(discovery: DiscoveryService): { job: Job; handler: JobHandler }[] {
  return discovery.getProviders().flatMap(({ instance }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as MarkedMethod | undefined;
      const job = typeof method === 'function' ? method[handlesKey] : undefined;
      return job && method ? [{ job, handler: method.bind(instance) }] : [];
    });
  });
}
