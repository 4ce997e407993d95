import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedMethods } from '../route-table.js';
import { problemOf, PROBLEM_TYPE, type Refusal } from './problem.js';
import { refusalOf } from './refusal-of.js';

/** Turns every error into problem+json; the only place that knows status codes. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = ofUnknownRoute(error, request) ?? refusalOf(error) ?? this.ownFault(error, request.id);
    if (reply.sent || reply.raw.headersSent) {
      // The answer has begun, so it can only be cut off, which the receiver notices.
      reply.raw.destroy();
      return;
    }
    for (const name of ['etag', 'location', 'content-length', 'content-disposition']) reply.removeHeader(name);
    void reply
      .status(refusal.status)
      .headers({ 'cache-control': 'no-store', ...refusal.headers })
      .type(PROBLEM_TYPE)
      .serializer(JSON.stringify)
      .send(problemOf(refusal, request.id));
  }

  private ownFault(error: unknown, requestId: string): Refusal {
    this.logger.error({ event: 'request.failed', requestId }, error instanceof Error ? error.stack : String(error));
    const detail = 'Something went wrong on our side. Name the request id when you ask about it.';
    return { status: 500, code: 'internal-error', detail };
  }
}

/** No route: 405 when the path exists for other methods, else 404. */
function ofUnknownRoute(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (!(error instanceof NotFoundException) || !request.is404) return undefined;
  const allowed = allowedMethods(request.server, request.url);
  if (allowed.length === 0) return { status: 404, code: 'route-not-found', detail: 'There is nothing at this path.' };
  return {
    status: 405,
    code: 'method-not-allowed',
    detail: `This path takes ${allowed.join(', ')}.`,
    headers: { allow: allowed.join(', ') },
  };
}
