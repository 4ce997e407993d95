import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { MultipartLimits } from './body/multipart-limits.js';

/** What a route says about the bodies it takes. Without settings: JSON up to the default size. */
export interface RouteSettings {
  /** The handler wants the exact bytes, of any content type. */
  rawBody?: true;
  /** Bytes of a body that is read as a whole; multipart bodies have their own limits. */
  bodyLimit?: number;
  multipart?: MultipartLimits;
}

const SETTINGS = Symbol('credence:route-settings');

/** Adds to the settings of a handler; several decorators of one handler add up. */
export function addRouteSettings(handler: object, settings: RouteSettings): void {
  const merged = { ...(Reflect.getOwnMetadata(SETTINGS, handler) as RouteSettings | undefined), ...settings };
  Reflect.defineMetadata(SETTINGS, merged, handler);
  RouteConfig({ credence: merged })(handler as never);
}

/** The settings that Fastify carries with a route. */
export function routeSettingsOf(config: unknown): RouteSettings {
  return (config as { credence?: RouteSettings } | undefined)?.credence ?? {};
}

/** A decorator of a handler parameter runs before those of the handler; this finds the handler it belongs to. */
export function handlerOf(target: object, propertyKey: string | symbol | undefined): object {
  return (target as Record<string | symbol, object>)[propertyKey as string] as object;
}
