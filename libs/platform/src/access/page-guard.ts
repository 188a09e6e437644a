import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { accessKey, satisfies, type AccessRule } from './rule.js';
import { ViewerSource } from './viewer-source.js';
import { NotAllowed, type Viewer } from './viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before any page's handler runs. */
    viewer?: Viewer;
  }
}

const viewerlessKey = 'tinkuy:viewerless';

/** For what is answered whoever asks, and must be answered while the database is away: no session is looked up. */
export const Viewerless = () => SetMetadata(viewerlessKey, true);

/** Pages and REST routes are denied unless they state a rule with `@Allow`, like every field of the API. */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: ViewerSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // GraphQL's rules stand in the schema itself.
    if (context.getType<'http' | 'graphql'>() === 'graphql') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new NotAllowed('This route states no access rule');
    if (
      this.reflector.getAllAndOverride<boolean | undefined>(viewerlessKey, [context.getHandler(), context.getClass()])
    )
      return rule === 'public';
    request.viewer = await this.viewers.viewerOf(request);
    if (!satisfies(request.viewer, rule)) throw new NotAllowed();
    return true;
  }
}

/** The viewer, as a parameter of a page's handler. */
export const PageViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Error('The page guard has not run');
  return viewer;
});
