import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Agreement, agreementOf } from '../conformance/agreement.js';
import { readExpectations } from '../conformance/expectations.js';
import { ServedDocuments } from '../conformance/served-documents.js';
import { submitFixtures } from '../conformance/submit-fixtures.js';
import { startTestApp, type TestApp } from '../support/running-app.js';

/** Real credentials of others with expected verdicts; they live beside the project, not in it. */
const FOLDER = resolve('../shared/credentials');
const present = existsSync(join(FOLDER, 'expected.json'));
if (!present)
  process.stderr.write(`skipped: ${FOLDER} is not there; the project's own signed credentials cover the rules\n`);

(present ? describe : describe.skip)('recorded credentials over the API', () => {
  let app: TestApp;
  let served: ServedDocuments;
  let agreement: Agreement;

  beforeAll(async () => {
    const expectations = readExpectations(FOLDER);
    const files = expectations.map(({ file }) => file);
    served = new ServedDocuments(FOLDER, files);
    app = await startTestApp({ environment: { CLOCK: '2026-11-23T00:00:00Z', PINNED_DOCUMENTS: served.list } });
    agreement = agreementOf(expectations, await submitFixtures(FOLDER, expectations, served, app));
  });
  afterAll(async () => {
    await app?.stop();
    served?.remove();
  });

  it('are never verified when they should not be', () => {
    expect(agreement.falselyVerified).toEqual([]);
  });

  it('all get an answer', () => {
    expect(agreement.unanswered).toEqual([]);
    expect(agreement.missing).toEqual([]);
    expect(agreement.documents).toBeGreaterThan(100);
  });

  it('get the verdict that a careful verifier gives, or a difference that is argued', () => {
    const argued = readFileSync('docs/verification-differences.md', 'utf8');
    expect(agreement.differences.filter(({ file }) => !argued.includes(file))).toEqual([]);
    expect(agreement.groups.find(({ group }) => group === 'dcc')).toMatchObject({ falselyVerified: 0, unanswered: 0 });
  });
});
