import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { startTestApp, type TestApp } from '../support/running-app.js';

/** Real credentials of others with expected verdicts; they live beside the project, not in it. */
const FOLDER = resolve('../shared/credentials');
const present = existsSync(join(FOLDER, 'expected.json'));
if (!present)
  process.stderr.write(`skipped: ${FOLDER} is not there; the project's own signed credentials cover the rules\n`);

interface Expectation {
  verdict: string;
}

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.jwt': 'application/jwt',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The fixture's words in ours: it names causes, we name verdict and reasons. */
function expectedOf(words: string): { verdict: string; reasons: string[] } | undefined {
  const reasons = words.split('+');
  if (words === 'valid') return { verdict: 'verified', reasons: ['valid'] };
  const failed = [
    'invalid_signature',
    'expired',
    'not_yet_valid',
    'revoked',
    'malformed',
    'unsigned',
    'issuer_mismatch',
  ];
  if (reasons.every((r) => failed.includes(r))) return { verdict: 'failed', reasons };
  const open = ['unresolvable_key', 'binding_unproven', 'status_list_invalid', 'status_unavailable'];
  return reasons.every((r) => open.includes(r)) ? { verdict: 'unverifiable', reasons } : undefined;
}

(present ? describe : describe.skip)('recorded credentials over the API', () => {
  const all = present
    ? Object.entries(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<string, Expectation>)
    : [];
  const documents = all.filter(([file]) => existsSync(join(FOLDER, file)) && extname(file) in TYPES);
  let app: TestApp;
  const answers = new Map<string, { verdict: string; reason: string; reasons: string[] }>();
  const refused = new Map<string, string>();

  beforeAll(async () => {
    app = await startTestApp({
      environment: { CLOCK: '2026-11-23T00:00:00Z', PINNED_DOCUMENTS: join(FOLDER, 'recordings.json') },
    });
    const candidate = await app.call('POST', '/v1/candidates', { body: { externalIds: [{ system: 't', id: '1' }] } });
    const ids = new Map<string, string>();
    for (const [file] of documents) {
      const answer = await app.call('POST', `/v1/candidates/${candidate.body.id}/credentials`, {
        body: readFileSync(join(FOLDER, file)),
        headers: { 'content-type': TYPES[extname(file)] ?? '' },
      });
      if (answer.status >= 300) refused.set(file, answer.body.code);
      else ids.set(file, answer.body.id);
    }
    await app.settle();
    for (const [file, id] of ids) answers.set(file, (await app.call('GET', `/v1/credentials/${id}`)).body);
  }, 120_000);
  afterAll(() => app?.stop());

  it.each(documents.filter(([file]) => file.startsWith('dcc/v')).map(([file, e]) => [file, e.verdict]))(
    'answers %s with %s',
    (file, words) => {
      if (words === 'malformed' && readFileSync(join(FOLDER, file)).length === 0) {
        expect(refused.get(file)).toBe('empty-document');
        return;
      }
      const { verdict, reasons } = answers.get(file) ?? {};
      expect({ verdict, reasons: [...(reasons ?? [])].sort() }).toEqual({
        ...expectedOf(words),
        reasons: expectedOf(words)?.reasons.sort(),
      });
    },
  );

  it('gives every document that was taken a verdict', () => {
    expect([...answers].filter(([, answer]) => answer.verdict === null)).toEqual([]);
    expect(answers.size + refused.size).toBe(documents.length);
  });

  it('verifies nothing that should not verify', () => {
    const verified = [...answers].filter(([, answer]) => answer.verdict === 'verified').map(([file]) => file);
    const wrong = verified.filter((file) => !/^valid\b/.test(all.find(([name]) => name === file)?.[1].verdict ?? ''));
    expect(wrong).toEqual([]);
    expect(verified.length).toBeGreaterThan(20);
  });
});
