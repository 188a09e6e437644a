import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from './viewer.js';

/**
 * Who may use a field at all. `public`: anyone. `staff`: signed-in staff; the service then checks the role at the row's event.
 * `party`: staff, or whoever came by a signed link; the service then checks the row.
 */
export type AccessRule = 'public' | 'staff' | 'party';

export function satisfies(viewer: Viewer, rule: AccessRule): boolean {
  if (rule === 'public') return true;
  return viewer.kind === 'staff' || (rule === 'party' && viewer.kind === 'link');
}

/** Where a route's rule is kept, for the guard of pages. */
export const accessKey = 'tinkuy:access';

/**
 * States the rule of a query, a mutation, an object type (for all its fields) or one field (narrower than its type).
 * The schema does not start with a field that has none: access is denied by default.
 */
export function Allow(rule: AccessRule) {
  return applyDecorators(Extensions({ access: rule }), SetMetadata(accessKey, rule)) as ClassDecorator &
    MethodDecorator &
    PropertyDecorator;
}

export interface GraphqlContext {
  readonly viewer: Viewer;
}

/** The viewer, as a resolver's parameter. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().viewer,
);
