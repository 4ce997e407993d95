import type { FastifyInstance } from 'fastify';
import { isNotModified } from './etag.js';

/** Answers 304 without a body to a GET whose sender already has this version. */
export function answerNotModified(instance: FastifyInstance): void {
  instance.addHook('onSend', (request, reply, payload, done) => {
    const etag = reply.getHeader('etag');
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (!reading || reply.statusCode !== 200 || typeof etag !== 'string') return done(null, payload);
    if (!isNotModified(request.headers['if-none-match'], etag)) return done(null, payload);
    void reply.code(304).removeHeader('content-length').removeHeader('content-type');
    done(null, null);
  });
}
