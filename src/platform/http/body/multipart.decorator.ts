import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addRouteSettings } from '../route-settings.js';
import type { MultipartLimits } from './multipart-limits.js';
import { readMultipart } from './read-multipart.js';

/** The route takes `multipart/form-data` within these limits. Other types are refused unless it also has `@RawBody()`. */
export const AcceptsMultipart =
  (limits: MultipartLimits): MethodDecorator =>
  (_target, _key, descriptor) =>
    addRouteSettings(descriptor.value as object, { multipart: limits });

/**
 * The form as `MultipartForm`, read within the limits of `@AcceptsMultipart`; undefined when the body is no form.
 *
 * @throws {Malformed} for a body that is no well-formed form, {TooLarge} above a limit
 */
export const Multipart = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  readMultipart(context.switchToHttp().getRequest<FastifyRequest>()),
);
