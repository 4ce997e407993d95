import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { POLICY, type RoutePolicy } from '../../platform/http/index.js';

/** One route of a controller and who may call it; without a policy nobody may. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly policy: RoutePolicy | undefined;
}

/** All routes of all controllers, by path, so that a test can show that each one states its policy. */
export function listRoutesWithPolicies(app: INestApplicationContext): ListedRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
  return routes.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function routesOf(controller: object & { name: string; prototype?: object }): ListedRoute[] {
  const prototype = (controller.prototype ?? {}) as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL';
    const policy = (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as
      RoutePolicy | undefined;
    return pathsOf(controller).flatMap((base) =>
      pathsOf(handler).map((path) => ({
        method,
        path: joined(base, path),
        handler: `${controller.name}.${name}`,
        policy,
      })),
    );
  });
}

const pathsOf = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

const joined = (...parts: string[]): string => `/${parts.flatMap((part) => part.split('/').filter(Boolean)).join('/')}`;
