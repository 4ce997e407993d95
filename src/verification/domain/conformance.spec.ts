import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentSource } from './document-source.js';
import { isObject } from './json.js';
import { type VerificationReport, verifyCredential } from './verify-credential.js';

/** Real credentials of other projects, with what a careful verifier says of each; not part of this repository. */
const folder = join(process.cwd(), '..', 'shared', 'credentials');
const isThere = existsSync(join(folder, 'expected.json'));
if (!isThere) console.warn('the shared credentials are not there; the conformance tests are skipped');

const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
const expected = isThere ? json<Record<string, { verdict: string }>>('expected.json') : {};
const recordings = isThere ? json<Record<string, string>>('recordings.json') : {};

/** The key set of the issuer of the W3C vectors is on file, but not at an address; here it lies where it may be looked for. */
const keySetUrl = 'https://example.issuer/vc-jose-cose/.well-known/jwks.json';
const files: Record<string, string> = { ...recordings, [keySetUrl]: 'w3c-jose/jwks.json' };

/** A hosted badge lives at its own address, so the one under test is served there. */
const recorded = (underTest: string): DocumentSource => ({
  async load(url) {
    const file = url === addressIn(underTest) ? underTest : files[url];
    if (file === undefined) return { ok: false, retryable: true, detail: `${url} was not recorded`, url };
    return { ok: true, body: readFileSync(join(folder, file)), contentType: 'application/json', url };
  },
});

function addressIn(file: string): string | undefined {
  if (!/^(1edtech-ob2|openbadges-1x)\//.test(file)) return undefined;
  try {
    const { id, verify } = json<{ id?: string; verify?: { url?: string } }>(file);
    return verify?.url ?? id;
  } catch {
    return undefined;
  }
}

/** Contexts that an operator could pin: all that were recorded. */
const recordedContexts = new Map(
  Object.entries(recordings)
    .filter(([, file]) => /^contexts\/|\.context\.json$/.test(file))
    .map(([url, file]) => [url, json<object>(file)]),
);

const reports = new Map<string, Promise<VerificationReport>>();

/** The same file, contexts and clock give the same report, so each is made once. */
function verify(file: string, contexts?: ReadonlyMap<string, object>): Promise<VerificationReport> {
  const key = `${file} ${contexts ? 'with' : 'without'} contexts`;
  const report =
    reports.get(key) ??
    verifyCredential(readFileSync(join(folder, file)), undefined, {
      at: new Date('2026-11-23T00:00:00Z'),
      candidate: { emails: [], dids: [] },
      source: recorded(file),
      ...(contexts && { contexts }),
    });
  reports.set(key, report);
  return report;
}

/** What the words of the fixtures are in ours, where they are not the same. */
const words: Record<string, string[]> = {
  'well-formed (unsigned)': ['unsigned'],
  'issuer_mismatch (or unsupported if JCS suites are off)': ['issuer_mismatch', 'unsupported'],
  'unsupported proof type': ['unsupported'],
  // The challenge was somebody else's.
  'valid proof for that challenge and domain; invalid for any other': ['binding_unproven'],
  'unsupported, or untrusted when JAdES is supported': ['binding_unproven'],
  'valid list; bits 2, 6, 8 set; only 100,000 bits (below the 131,072 minimum)': ['valid'],
  // A list that is handed in as if it were somebody's credential is judged as one.
  'status_list_invalid (expired list)': ['expired'],
  'status_list_invalid (not yet valid)': ['not_yet_valid'],
  'status_list_invalid (bad signature)': ['invalid_signature'],
  'valid (upgradable to 2.0 by openbadges-validator-core)': ['valid'],
  // Not strict JSON.
  warning: ['malformed'],
  // No verdict of its own in this service; not verified is what counts.
  invalid: ['issuer_mismatch', 'invalid_signature', 'malformed'],
};

/** Files of formats that are recognised and not verified, and three whose answers need what was not recorded. */
const outOfScope = (file: string): boolean =>
  /^(registries|mozilla-bakery)\//.test(file) ||
  file === '1edtech-ob3/credential-status-revoked.json' ||
  file === 'ler-rs/LER-RS_V2_VCwrapper.json' ||
  file === 'openbadges-1x/0_5_assertion.json';

/** What the issuer gave to the holder alone, not to be shown. */
const isBase = (file: string): boolean => file.includes('-base-');

const agrees = (report: VerificationReport, verdict: string): boolean =>
  report.reasons.join('+') === verdict || (words[verdict] ?? [verdict]).includes(report.reason);

const rowOf = (file: string, verdict: string, report: VerificationReport): string =>
  `${file}: expected ${verdict}, got ${report.verdict} ${report.reasons.join('+')}`;

const allFiles = Object.entries(expected);
const inScope = allFiles.filter(([file]) => !outOfScope(file));
const mayVerify = new Set([
  'valid',
  'valid (upgradable to 2.0 by openbadges-validator-core)',
  'valid list; bits 2, 6, 8 set; only 100,000 bits (below the 131,072 minimum)',
]);

(isThere ? describe : describe.skip)('the shared credentials', () => {
  it('get the verdict that a careful verifier gives, without exception in the formats that are verified', async () => {
    const disagreements: string[] = [];
    for (const [file, { verdict }] of inScope) {
      const report = await verify(file, recordedContexts);
      if (!agrees(report, verdict)) disagreements.push(rowOf(file, verdict, report));
    }
    expect(disagreements).toEqual([]);
    expect(inScope.length).toBeGreaterThan(80);
  });

  it('get it also with none but the product’s own contexts, or are called unsupported', async () => {
    const disagreements: string[] = [];
    for (const [file, { verdict }] of inScope) {
      const report = await verify(file);
      if (!agrees(report, verdict) && report.verdict !== 'unsupported')
        disagreements.push(rowOf(file, verdict, report));
      if (file.startsWith('dcc/') && !agrees(report, verdict)) disagreements.push(rowOf(file, verdict, report));
    }
    expect(disagreements).toEqual([]);
  });

  it('are never verified where they should not be', async () => {
    const verified: string[] = [];
    for (const [file, { verdict }] of allFiles)
      for (const contexts of [undefined, recordedContexts])
        if ((await verify(file, contexts)).verdict === 'verified' && !mayVerify.has(verdict)) verified.push(file);
    expect(verified).toEqual([]);
  });

  it('are unsupported in the other formats, each named', async () => {
    const formats = new Set<string>();
    for (const [file] of allFiles.filter(([it]) => outOfScope(it))) {
      const report = await verify(file);
      if (report.verdict === 'unsupported') formats.add(report.format);
    }
    expect([...formats].sort()).toEqual(['baked-png', 'unknown']);
  });

  it('of DCC are no longer verified with any text in them changed', async () => {
    const valid = inScope.filter(([file, { verdict }]) => file.startsWith('dcc/v') && verdict === 'valid');
    for (const [file] of valid) {
      const credential = json<Record<string, unknown>>(file);
      const subject = credential.credentialSubject;
      const altered = {
        ...credential,
        credentialSubject: { ...(isObject(subject) && subject), name: 'Somebody Else' },
      };
      const report = await verifyCredential(Buffer.from(JSON.stringify(altered)), undefined, {
        at: new Date('2026-11-23T00:00:00Z'),
        candidate: { emails: [], dids: [] },
        source: recorded(file),
      });
      expect([file, report.reasons]).toEqual([file, ['invalid_signature']]);
    }
    expect(valid.length).toBeGreaterThan(15);
  });

  it('of W3C hold by their signature in every suite, whoever signed them', async () => {
    const withProof = inScope.map(([file]) => file).filter((file) => file.startsWith('w3c-di/') && !isBase(file));
    for (const file of withProof) {
      const proofs = (await verify(file, recordedContexts)).checks.filter(({ id }) => id === 'proof');
      const codes = new Set(proofs.filter(({ outcome }) => outcome !== 'warning').map(({ code }) => code));
      expect([file, [...codes]]).toEqual([file, ['signature-valid']]);
    }
    expect(withProof.length).toBeGreaterThanOrEqual(7);
  });

  it('of W3C are refused where an issuer’s base proof was handed on', async () => {
    const report = await verify('w3c-di/ecdsa-sd-2023-base-employ.json', recordedContexts);
    expect(report.verdict).toBe('failed');
    expect(report.checks.find(({ id }) => id === 'proof')?.code).toBe('base-proof');
  });

  it('show the recipient that they name', async () => {
    const at = new Date('2026-11-23T00:00:00Z');
    const bytes = readFileSync(join(folder, '1edtech-ob3/complete.json'));
    const outcome = async (email: string) =>
      (await verifyCredential(bytes, undefined, { at, candidate: { emails: [email], dids: [] }, source: recorded('') }))
        .recipient.outcome;
    expect(await outcome('Student@1edtech.edu')).toBe('match');
    expect(await outcome('somebody.else@gmail.com')).toBe('mismatch');
  });
});
