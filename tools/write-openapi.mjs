// Writes docs/openapi.json from the built service. Preview mode makes no provider, so nothing is connected or started.
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/src/app.module.js';
import { loadConfig } from '../dist/src/platform/config/index.js';
import { Database } from '../dist/src/platform/database/index.js';
import { createHttpAdapter, openApiText } from '../dist/src/platform/http/index.js';

const nowhere = 'postgres://nobody@127.0.0.1:1/none';
const parts = {
  config: loadConfig({ EGRESS: 'off', LOG_LEVEL: 'silent' }),
  database: new Database(nowhere),
  queueStore: { kind: 'postgres', url: nowhere },
  namespace: 'openapi',
};
const app = await NestFactory.create(AppModule.with(parts), createHttpAdapter(), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
writeFileSync(new URL('../docs/openapi.json', import.meta.url), openApiText(app));
process.exit(0);
