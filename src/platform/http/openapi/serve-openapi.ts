import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document.js';

/** Serves the description at /openapi.json and a page to read and try it at /docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Credence API',
    // The default asks a service elsewhere whether the document is valid, which tells it where this installation is.
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, operationsSorter: 'alpha', tagsSorter: 'alpha' },
  });
}
