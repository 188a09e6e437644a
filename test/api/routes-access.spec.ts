import { satisfies, type AccessRule, type Viewer } from '#platform';
import { newId } from '#kernel';
import { signedIn, testApi, type TestApi } from '#support';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly rule: AccessRule | undefined;
}

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const said = <T>(key: string, of: object): T | undefined => Reflect.getMetadata(key, of) as T | undefined;
const listed = (path: string | readonly string[] = ''): readonly string[] => (typeof path === 'string' ? [path] : path);

/** Every route that a controller declares, with its rule. */
function routes(): Route[] {
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

/** The path with something in the place of each of its words. */
const filled = (path: string): string => path.replace(/:\w+(\([^)]*\))?/g, newId()).replace(/\*\w*/g, 'nada');

describe('every route of pages and files', () => {
  it('states its rule', () => {
    const all = routes();
    expect(all.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it('lets in whom its rule lets in, and nobody else', async () => {
    const { cookie } = await signedIn(api);
    const anyone = { language: 'es', requestId: 'test' } as const;
    const kinds = [
      { kind: 'anonymous', headers: {} },
      { kind: 'staff', headers: { cookie } },
    ] as const;
    const wrong: string[] = [];
    for (const { name, method, path, rule } of routes()) {
      for (const { kind, headers } of kinds) {
        const isWelcome = rule !== undefined && satisfies({ ...anyone, kind } as Viewer, rule);
        const { status, headers: given } = await fetch(`${api.url}${filled(path)}`, {
          method,
          headers,
          redirect: 'manual',
        });
        const toSignIn = given.get('location')?.startsWith('/entrar') ?? false;
        const isShut = status === 401 || status === 403 || toSignIn;
        if (status >= 500 || (!isWelcome && !isShut)) wrong.push(`${name} ${method} ${path}: ${status} to ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
