import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { answerBrokenRequest, answerUnroutable } from './broken-requests.js';
import { closeGracefully } from './close-gracefully.js';
import { type RequestContext, runInRequest } from './request-context.js';
import { requestIdFrom } from './request-id.js';
import { keepRouteTable } from './route-table.js';

/** Bytes of a body, where a route says nothing else. */
export const DEFAULT_BODY_LIMIT = 1024 * 1024;
/** Milliseconds in which a whole request must have arrived; enough for the largest upload on a slow line. */
const REQUEST_TIMEOUT_MS = 300_000;
const MAX_PARAM_LENGTH = 200;

declare module 'fastify' {
  interface FastifyRequest {
    requestContext: RequestContext;
  }
}

/** Fastify under Nest, with what must be in place before anything else touches a request. */
export function createHttpAdapter(options: { bodyLimit?: number } = {}): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
    trustProxy: false,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => requestIdFrom(request.headers['x-request-id']),
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // A request that is let in while the service stops is answered, on a connection that then closes.
    return503OnClosing: false,
    multipart: false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerBrokenRequest,
  });
  const instance = adapter.getInstance<FastifyInstance>();
  keepRouteTable(instance);
  nameRequests(instance);
  closeGracefully(instance);
  return adapter;
}

function nameRequests(instance: FastifyInstance): void {
  instance.decorateRequest('requestContext');
  instance.addHook('onRequest', (request, reply, done) => {
    request.requestContext = { requestId: request.id };
    void reply.header('x-request-id', request.id);
    runInRequest(request.requestContext, done);
  });
  // Reading the body may have resumed in the context of the socket.
  instance.addHook('preValidation', (request, _reply, done) => runInRequest(request.requestContext, done));
}
