import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeProblems } from './describe-problems.js';
import { describeWebhooks } from './describe-webhooks.js';
import { inKeyOrder } from './in-key-order.js';

/** Of the contract, not of the software that serves it. */
const API_VERSION = '1.0.0';

/** The name of the security scheme that `@Policy` routes refer to. */
export const BEARER = 'bearer';

/** The OpenAPI 3.1 description of all routes; the same routes give the same text, to the byte. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Credence')
    .setDescription('Verifies credentials, reads the proven skills into a framework and ranks candidates with reasons.')
    .setVersion(API_VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key or an OIDC access token' }, BEARER)
    .build();
  return inKeyOrder(describeWebhooks(app, describeProblems(SwaggerModule.createDocument(app, settings))));
}

/** The document as it is checked in and served. */
export const openApiText = (app: INestApplication): string => `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
