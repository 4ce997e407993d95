import canonicalizeJson from 'canonicalize';
import type { JsonObject } from './json.js';
import { canonicalForm } from './json-ld/canonical-form.js';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { generatedDocument } from './testing/fuzz/generated-documents.js';
import { mutated } from './testing/fuzz/mutated.js';
import { Random } from './testing/fuzz/random.js';
import { didKeyIssuer, ecDidKeyIssuer, type IssuerKey } from './testing/issuer-key.js';
import { signEmbedded, type SigningSuiteName } from './testing/sign-embedded.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';
import { verifyCredential } from './verify-credential.js';

/** `npm run fuzz` makes many more; the seed of a run is printed, and giving it again repeats the run. */
const changes = Math.ceil(Number(process.env.FUZZ_DOCUMENTS ?? 1_000) / 50);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
jest.setTimeout(60_000 + changes * 1_000);

const ed25519 = didKeyIssuer(1);
const embedded: [SigningSuiteName, IssuerKey][] = [
  ['eddsa-rdfc-2022', ed25519],
  ['Ed25519Signature2020', ed25519],
  ['ecdsa-rdfc-2019', ecDidKeyIssuer('P-256')],
  ['ecdsa-rdfc-2019', ecDidKeyIssuer('P-384')],
  ['eddsa-jcs-2022', ed25519],
  ['ecdsa-jcs-2019', ecDidKeyIssuer('P-256')],
];

const canonicalJson = canonicalizeJson as unknown as (value: unknown) => string | undefined;

/** What the proof signs of the document: its meaning or its text, and the options of the proof likewise. */
async function signedPartOf({ proof, ...document }: JsonObject, suite: SigningSuiteName): Promise<unknown> {
  // A proof of a suite that nobody here knows may stand behind; it says nothing and is reported.
  const [first] = [proof].flat() as JsonObject[];
  const { proofValue: _value, ...options } = first ?? {};
  if (suite.includes('-jcs-')) return [canonicalJson(document), canonicalJson(options)];
  const inContext = { '@context': document['@context'], ...options };
  return Promise.all([document, inContext].map((part) => canonicalForm(part, { rdfDirection: 'i18n-datatype' })));
}

function credentialFrom(random: Random, issuer: string, suite: SigningSuiteName): JsonObject {
  if (suite === 'Ed25519Signature2020') return anOlderBadge(issuer);
  for (let tries = 0; tries < 20; tries += 1) {
    const { credentialStatus: _status, credentialSchema: _schema, ...document } = generatedDocument(random);
    const isBadge = Array.isArray(document.type) && document.type.includes('OpenBadgeCredential');
    if (isBadge && document.validFrom !== undefined) return { ...document, issuer: { id: issuer, type: ['Profile'] } };
  }
  return aBadge(issuer);
}

beforeAll(() => console.info(`changes of signed documents: seed ${seed}, ${changes} for each way of signing`));

describe.each(embedded)('a credential signed by %s', (suite, issuer) => {
  it('is never verified after a change of anything that is signed', async () => {
    const random = new Random(seed);
    let refused = 0;
    for (let made = 0; made < changes; made += 1) {
      const original = await signEmbedded(credentialFrom(random, issuer.controller, suite), issuer, suite);
      if (made === 0) expect((await verifyHere(original)).reasons).toEqual(['valid']);
      const changed = mutated(original, random);
      if ((await verifyHere(changed)).verdict !== 'verified') {
        refused += 1;
        continue;
      }
      // Another order of values, the same value again or an empty list changes no signed byte.
      expect(await signedPartOf(changed, suite)).toEqual(await signedPartOf(original, suite));
    }
    expect(refused).toBeGreaterThan(changes / 3);
  });
});

describe.each([
  ['EdDSA', ed25519],
  ['ES256', ecDidKeyIssuer('P-256')],
] as const)('a JWT signed by %s', (_alg, issuer) => {
  it('is never verified after a change of any bit', async () => {
    const random = new Random(seed + 1);
    for (let made = 0; made < changes; made += 1) {
      const bytes = Buffer.from(signJwt(credentialFrom(random, issuer.controller, 'eddsa-rdfc-2022'), issuer));
      const at = random.below(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
      const { verdict } = await verifyCredential(bytes, undefined, {
        at: new Date('2026-06-01T12:00:00Z'),
        candidate: { emails: [], dids: [] },
        source: { load: async (url) => ({ ok: false, retryable: false, detail: 'no network', url }) },
      });
      expect([made, at, verdict]).not.toEqual([made, at, 'verified']);
    }
  });
});
