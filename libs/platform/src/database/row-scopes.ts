import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Viewer } from '../access/viewer.js';
import { RequestTime } from './request-time.js';
import { published, scopeOf, type RowScope } from './row-scope.js';

/** The product itself: jobs, sweeps, the seed. Its connections are those of the tables' owner, whom no request's can become. */
export const system = Symbol('system');

export type Scope = RowScope | typeof system;

interface Held {
  scope: Scope;
  readonly time: RequestTime;
}

/**
 * In whose name the database is asked. A request begins with what is published and gets the scope of its viewer when that is known; outside
 * of requests the product acts for itself, unless the process serves requests only.
 */
@Injectable()
export class RowScopes {
  private readonly held = new AsyncLocalStorage<Held>();
  private atRest: Scope = system;

  current(): Scope {
    return this.held.getStore()?.scope ?? this.atRest;
  }

  /** What the request holds of the database; null for the product itself, which may take its time. */
  time(): RequestTime | null {
    return this.held.getStore()?.time ?? null;
  }

  /** Whether the product itself asks, and sees every row. */
  isSystem(): boolean {
    return this.current() === system;
  }

  /** Everything that `body` begins belongs to one request. */
  request<T>(body: () => T): T {
    return this.held.run({ scope: published, time: new RequestTime() }, body);
  }

  /** From now on the request sees what its viewer may. Nothing happens outside of requests. */
  enter(viewer: Viewer): void {
    const request = this.held.getStore();
    if (request && request.scope !== system) request.scope = scopeOf(viewer);
  }

  /** Asks in a narrower or another name than the viewer's: for what has to be found before there is a viewer. Never widens to the system. */
  within<T>(scope: Partial<RowScope>, body: () => Promise<T>): Promise<T> {
    if (this.current() === system) return body();
    const time = this.time() ?? new RequestTime();
    return this.held.run({ scope: { ...published, ...scope }, time }, body);
  }

  /** This process never acts for the product itself: without a request nothing but what is published is to be seen. */
  serveRequestsOnly(): void {
    this.atRest = published;
  }
}
