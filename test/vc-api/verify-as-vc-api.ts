import type { PinnedKey } from '../../src/verification/domain/keys/index.js';
import type { LoadResult } from '../../src/verification/domain/document-source.js';
import { type VerificationReport, verifyCredential } from '../../src/verification/domain/verify-credential.js';

/** What a caller of the VC API says beside the document. */
export interface VerifyOptions {
  /** `proof` and `status`; only what stands here counts against the document. All counts without it. */
  checks?: string[];
  challenge?: string;
  domain?: string;
}

export interface ApiVerdict {
  verified: boolean;
  /** The reports on the document and on each document inside it. */
  reports: VerificationReport[];
}

/** The context of the examples of W3C, which the suites write in; it gives every word a meaning, so that no service pins it. */
export const examples = new Map<string, object>([
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
]);

/** What the callers of the API have beside documents. */
export interface Surroundings {
  /** Keys that count for any issuer, for suites that hand a key along. */
  pinned?: readonly PinnedKey[];
  /** Documents by URL, as text; nothing else can be reached. */
  served?: ReadonlyMap<string, string>;
}

const ofStatus = ['revoked', 'suspended', 'status_list_invalid', 'status_unavailable'];

/**
 * Verifies a document as the VC API of the W3C asks for it, with the rules of the service and nothing of its stores.
 * Nothing is fetched.
 */
export async function verifyAsVcApi(
  document: unknown,
  options: VerifyOptions = {},
  around: Surroundings = {},
): Promise<ApiVerdict> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const report = await verifyText(Buffer.from(text ?? ''), options, around);
  const inside = await Promise.all(report.contained.map((it) => verifyText(it.bytes, {}, around)));
  const reports = [report, ...inside];
  return { verified: reports.every((it) => holds(it, options)), reports };
}

function verifyText(
  bytes: Uint8Array,
  { challenge, domain }: VerifyOptions,
  { pinned = [], served = new Map() }: Surroundings,
): Promise<VerificationReport> {
  const asked = { requestId: 'suite', domain: domain ?? '', state: 'open' as const };
  return verifyCredential(bytes, undefined, {
    at: new Date(),
    candidate: { emails: [], dids: [] },
    source: { load: async (url) => loadFrom(served, url) },
    contexts: examples,
    keys: { anchors: [], pinnedFor: async () => pinned },
    challenges: { find: async (value) => (value === challenge ? asked : undefined) },
  });
}

function loadFrom(served: ReadonlyMap<string, string>, url: string): LoadResult {
  const text = served.get(url);
  if (text === undefined) return { ok: false, retryable: false, detail: `${url} is not fetched here`, url };
  return { ok: true, body: Buffer.from(text), contentType: 'application/vc', url };
}

function holds(report: VerificationReport, { checks, challenge, domain }: VerifyOptions): boolean {
  const isAskedFor = !checks || checks.some((it) => /status/i.test(it));
  // Who asks for no challenge or no domain takes a presentation that was made for any.
  const isUnasked = report.checks.some(
    ({ id, code }) =>
      id === 'presentation' &&
      ((domain === undefined && code === 'other-domain') || (challenge === undefined && /challenge/.test(code))),
  );
  return report.reasons.every(
    (it) => it === 'valid' || (!isAskedFor && ofStatus.includes(it)) || (isUnasked && it === 'binding_unproven'),
  );
}
