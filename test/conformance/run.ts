import 'reflect-metadata';
import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startStores } from '../../src/platform/embedded/index.js';
import { startService } from '../../src/start-service.js';
import { type Agreement, agreementOf } from './agreement.js';
import { readExpectations } from './expectations.js';
import { ServedDocuments } from './served-documents.js';
import { submitFixtures } from './submit-fixtures.js';
import { callerOf, settled } from '../support/call-service.js';
import { freshDatabaseOn } from '../support/fresh-database.js';

const CLOCK = '2026-11-23T00:00:00Z';
const ADMIN_KEY = 'conformance-admin-key-0123456789-abcdef';
const out = new Console(process.stdout, process.stderr);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const folder = resolve(positionals[0] ?? '../shared/credentials');
if (!existsSync(join(folder, 'expected.json'))) {
  out.error(`${folder} has no expected.json; name a folder of fixtures: npm run conformance -- FOLDER`);
  process.exit(2);
}

const agreement = await measure();
if (values.json === true) out.log(JSON.stringify(agreement));
else print(agreement);
process.exit(agreement.falselyVerified.length + agreement.unanswered.length > 0 ? 1 : 0);

/** The whole service on a database of its own, which is gone afterwards; it reaches nothing but the folder. */
async function measure(): Promise<Agreement> {
  const expectations = readExpectations(folder);
  const files = expectations.map(({ file }) => file).filter((file) => existsSync(join(folder, file)));
  const served = new ServedDocuments(folder, files);
  const dataDir = resolve('.data/conformance');
  const stores = await startStores({ dataDir, path: process.env.PATH }, (line) => out.error(line));
  const database = await freshDatabaseOn(stores.databaseUrl);
  const service = await startService(
    {
      PORT: '0',
      DATABASE_URL: database.url,
      REDIS_URL: stores.queue.kind === 'redis' ? stores.queue.url : undefined,
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: ADMIN_KEY,
      CLOCK,
      EGRESS: 'off',
      PINNED_DOCUMENTS: served.list,
      LOG_LEVEL: 'error',
    },
    (line) => out.error(line),
  );
  try {
    const call = callerOf(service.url ?? '', ADMIN_KEY);
    const answers = await submitFixtures(folder, expectations, served, { call, settle: () => settled(call) });
    return agreementOf(expectations, answers);
  } finally {
    await service.stop();
    await database.drop();
    await stores.stop();
    served.remove();
  }
}

function print({ groups, documents, agree, falselyVerified, unanswered, differences, missing }: Agreement): void {
  out.log(`Fixtures of ${folder}, at ${CLOCK}\n`);
  const rows = [
    ['group', 'documents', 'agree', 'falsely verified', 'no answer'],
    ...groups.map((it) => [it.group, it.documents, it.agree, it.falselyVerified, it.unanswered].map(String)),
    ['all', documents, agree, falselyVerified.length, unanswered.length].map(String),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows)
    out.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
  const argued = existsSync('docs/verification-differences.md')
    ? readFileSync('docs/verification-differences.md', 'utf8')
    : '';
  if (differences.length > 0) out.log('\nDifferences (argued in docs/verification-differences.md unless marked):');
  for (const { file, expected, answered } of differences)
    out.log(`- ${file}: expected ${expected}; answered ${answered}${argued.includes(file) ? '' : ' [not argued]'}`);
  for (const file of missing) out.log(`- ${file}: not in the folder`);
  for (const file of falselyVerified) out.log(`FALSELY VERIFIED: ${file}`);
  for (const file of unanswered) out.log(`NO ANSWER: ${file}`);
}
