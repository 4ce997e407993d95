import { Console } from 'node:console';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareSuite } from './prepare-suite.js';
import { type TestResult, runSuite } from './run-suite.js';
import { nameOf, suites } from './suites.js';
import { startVcApi } from './vc-api-server.js';

const out = new Console(process.stdout, process.stderr);
const { values } = parseArgs({
  options: {
    /** A folder of clones, or the address below which the repositories lie. */
    from: { type: 'string', default: 'https://github.com' },
    /** Where suites are installed; a new temporary folder without it. */
    workspace: { type: 'string' },
    /** Only suites whose name holds this. */
    only: { type: 'string', default: '' },
  },
});

// The suites are at other people's hands: they are kept outside of the repository, and nothing of them is committed.
const workspace = resolve(values.workspace ?? mkdtempSync(join(tmpdir(), 'w3c-suites-')));
mkdirSync(workspace, { recursive: true });
const api = await startVcApi();
const rows: { name: string; results: TestResult[] }[] = [];
for (const suite of suites.filter(({ repository }) => repository.includes(values.only))) {
  const name = nameOf(suite.repository);
  out.error(`${name} ...`);
  const folder = prepareSuite(suite, workspace, values.from);
  rows.push({ name, results: await runSuite(suite, folder, api.url) });
}
await api.stop();

const count = (results: readonly TestResult[], outcome: TestResult['outcome']): number =>
  results.filter((it) => it.outcome === outcome).length;
out.log('| suite | passed | failed | skipped |\n|---|---|---|---|');
for (const { name, results } of rows)
  out.log(`| ${name} | ${count(results, 'passed')} | ${count(results, 'failed')} | ${count(results, 'skipped')} |`);
for (const { name, results } of rows)
  for (const { title, detail } of results.filter((it) => it.outcome === 'failed'))
    out.log(`\nFAILED ${name}: ${title}\n  ${detail}`);
