import type { FastifyInstance } from 'fastify';

interface Route {
  readonly methods: readonly string[];
  readonly segments: readonly string[];
}

const TABLE = Symbol('credence:route-table');

/** Remembers the routes as they are registered, so that a wrong method can be told from a wrong path. */
export function keepRouteTable(instance: FastifyInstance): void {
  const table: Route[] = [];
  instance.decorate(TABLE as never, table as never);
  instance.addHook('onRoute', ({ method, url }) => {
    table.push({ methods: [method].flat(), segments: url.split('/') });
  });
}

/** Methods that the path is served with, in alphabetical order; none when there is nothing at the path. */
export function allowedMethods(instance: FastifyInstance, url: string): string[] {
  const table = (instance as unknown as Record<symbol, Route[] | undefined>)[TABLE] ?? [];
  const path = (url.split('?', 1)[0] ?? '').split('/');
  return [...new Set(table.filter((route) => matches(route.segments, path)).flatMap((route) => route.methods))].sort();
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '*') {
    return (
      pattern.length > 2 &&
      path.length >= pattern.length &&
      matches(pattern.slice(0, -1), path.slice(0, pattern.length - 1))
    );
  }
  if (pattern.length !== path.length) return false;
  return pattern.every((part, i) => (part.startsWith(':') ? path[i] !== '' : part === path[i]));
}
