// Writes the types of the TypeScript client from docs/openapi.json; with --check only compares, and fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../docs/openapi.json', import.meta.url);
const target = new URL('../clients/typescript/schema.ts', import.meta.url);
const text = `// Made from docs/openapi.json by "npm run openapi:write".\n\n${astToString(await openapiTS(source, { defaultNonNullable: false }))}`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('clients/typescript/schema.ts is not what docs/openapi.json gives; run "npm run openapi:write"');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
