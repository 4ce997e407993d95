import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readBodies } from './body/body-parsers.js';
import { answerNotModified } from './conditional/not-modified.js';
import { serveOpenApi } from './openapi/serve-openapi.js';
import { linkNextPages } from './paging/page-link.js';
import { sendSecurityHeaders } from './security-headers.js';

/**
 * Makes the application speak as the contract says. Call it once, before `init` or `listen`, on an application made with
 * `createHttpAdapter()` and `{ bodyParser: false }`.
 */
export function configureHttp(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  sendSecurityHeaders(instance);
  readBodies(instance);
  linkNextPages(instance);
  answerNotModified(instance);
  serveOpenApi(app);
}
