import type { DiscoveryService } from '@nestjs/core';

const sweepKey = Symbol('sweep');

type MarkedMethod = (() => Promise<void>) & { [sweepKey]?: number };

export interface Sweeper {
  readonly name: string;
  readonly everySeconds: number;
  sweep(): Promise<void>;
}

/**
 * Marks a method that the worker calls again and again, to find rows whose time has come (a reminder due, a mail to try again).
 * It may run in several workers at once: it must take rows with SKIP LOCKED.
 */
export function Sweep({ everySeconds }: { everySeconds: number }) {
  return (_: object, __: string, method: TypedPropertyDescriptor<() => Promise<void>>) => {
    (method.value as MarkedMethod)[sweepKey] = everySeconds;
  };
}

export function sweepersOf(discovery: DiscoveryService): Sweeper[] {
  return discovery.getProviders().flatMap(({ instance }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as object;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as MarkedMethod | undefined;
      const everySeconds = typeof method === 'function' ? method[sweepKey] : undefined;
      if (everySeconds === undefined || !method) return [];
      return [{ name: `${prototype.constructor.name}.${name}`, everySeconds, sweep: method.bind(instance) }];
    });
  });
}
