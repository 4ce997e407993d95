import type { FastifyInstance } from 'fastify';

/** Says in a Link header (RFC 8288) where the next page is, for every answer that has a `nextCursor`. */
export function linkNextPages(instance: FastifyInstance): void {
  instance.addHook('preSerialization', (request, reply, payload, done) => {
    const next = (payload as { nextCursor?: unknown } | null)?.nextCursor;
    if (request.method === 'GET' && reply.statusCode === 200 && typeof next === 'string') {
      void reply.header('link', `<${nextUrl(request.url, next)}>; rel="next"`);
    }
    done(null, payload);
  });
}

/** Relative to the server, so that it is right behind any proxy; re-encoded, so that nothing breaks out of the header. */
function nextUrl(url: string, cursor: string): string {
  const parsed = new URL(url, 'http://relative.invalid');
  parsed.searchParams.set('cursor', cursor);
  return `${parsed.pathname}?${parsed.searchParams.toString()}`;
}
