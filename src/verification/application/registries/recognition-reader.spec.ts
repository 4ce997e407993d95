import type { Egress, FetchOptions } from '../../../platform/egress/index.js';
import { RegistryReaders, type TrustRegistry } from '../../../trust/index.js';
import type { CredentialVerifier } from '../credential-verifier.js';
import type { OrganizationKeyRing } from '../organization-key-ring.js';
import { RecognitionReader } from './recognition-reader.js';

/** Reads a credential of so many bytes; as the egress does, it gives no document that has more than are asked for. */
async function readingOf(bytes: number) {
  const verified: number[] = [];
  const egress = {
    fetch: (url: string, { maxBytes = Infinity }: FetchOptions = {}) =>
      Promise.resolve(
        bytes > maxBytes
          ? { ok: false, failure: { kind: 'too-large', url, detail: 'it is too large', retryable: false } }
          : { ok: true, document: { url, status: 200, contentType: 'application/vc', body: Buffer.alloc(bytes, ' ') } },
      ),
  };
  const verifier = {
    verify: (body: Buffer) => {
      verified.push(body.length);
      return Promise.resolve({ verdict: 'failed', reasons: ['malformed'], facts: null });
    },
  };
  const reader = new RecognitionReader(
    egress as unknown as Egress,
    verifier as unknown as CredentialVerifier,
    { of: () => Promise.resolve({ anchors: [] }) } as unknown as OrganizationKeyRing,
    { now: () => new Date('2026-06-01T12:00:00Z') },
    new RegistryReaders(),
  );
  const registry = { source: 'https://commission.example/recognized', settings: {} } as unknown as TrustRegistry;
  return { reading: await reader.read(registry, 'organization'), verified };
}

describe('RecognitionReader', () => {
  it('takes a credential of 512 KiB, and none that is larger', async () => {
    const most = 512 * 1_024;
    expect(await readingOf(most)).toMatchObject({ reading: { code: 'not-verified' }, verified: [most] });
    expect(await readingOf(most + 1)).toMatchObject({ reading: { kind: 'failed', code: 'too-large' }, verified: [] });
  });
});
