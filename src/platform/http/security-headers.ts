import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Answers of the API are never rendered, so nothing may load from them. */
const API_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The API reference page carries its styles inline. */
const DOCS_POLICY = `${PAGE_POLICY}; style-src 'self' 'unsafe-inline'`;

const POLICY_OF_PAGE: Readonly<Record<string, string>> = { '/docs': DOCS_POLICY, '/console': PAGE_POLICY };

/** Headers that make browsers careful, on every answer. */
export function sendSecurityHeaders(instance: FastifyInstance): void {
  void instance.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: API_POLICY },
    strictTransportSecurity: { maxAge: 31_536_000 },
  });
  instance.addHook('onSend', (request, reply, payload, done) => {
    const policy = POLICY_OF_PAGE[/^\/\w+/.exec(request.url)?.[0] ?? ''];
    if (policy !== undefined) void reply.header('content-security-policy', policy);
    done(null, payload);
  });
}
