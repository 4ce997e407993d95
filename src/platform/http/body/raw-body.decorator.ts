import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addRouteSettings, handlerOf } from '../route-settings.js';

const bytesOfRequest = createParamDecorator((_data: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
});

/**
 * The exact bytes of the body as a Buffer, whatever the content type, JSON included; empty when there is no body. A route
 * with such a parameter takes every content type (multipart only together with `@AcceptsMultipart`).
 */
export function RawBody(): ParameterDecorator {
  return (target, key, index) => {
    addRouteSettings(handlerOf(target, key), { rawBody: true });
    bytesOfRequest()(target, key, index);
  };
}
