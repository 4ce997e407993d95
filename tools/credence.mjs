#!/usr/bin/env node
// The command line of the built service; a fresh clone has to be built once.
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/command-line/main.js', import.meta.url);
if (existsSync(built)) await import(built);
else {
  process.stderr.write('credence is not built yet: run "npm ci && npm run build" in its folder, then try again.\n');
  process.exitCode = 69;
}
