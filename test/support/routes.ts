import type { AccessRule } from '#platform';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { TestApi } from './app.js';

/** A route that a controller declares. */
export interface Route {
  /** The controller's class and its method. */
  readonly name: string;
  readonly method: string;
  /** `/d/:token` */
  readonly path: string;
  readonly rule: AccessRule | undefined;
}

const said = <T>(key: string, of: object): T | undefined => Reflect.getMetadata(key, of) as T | undefined;
const listed = (path: string | readonly string[] = ''): readonly string[] => (typeof path === 'string' ? [path] : path);

/** Every route that a controller declares, with its rule. */
export function routesOf(api: TestApi): Route[] {
  const controllers = [...api.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (!metatype) return [];
    const prototype = metatype.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
      const method = handler && said<RequestMethod>('method', handler);
      if (!handler || method === undefined) return [];
      const rule = said<AccessRule>('tinkuy:access', handler) ?? said<AccessRule>('tinkuy:access', metatype);
      return listed(said('path', metatype)).flatMap((base) =>
        listed(said('path', handler)).map((path) => ({
          name: `${metatype.name}.${name}`,
          method: RequestMethod[method],
          path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          rule,
        })),
      );
    });
  });
}
