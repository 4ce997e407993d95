import type { JsonObject } from '../json.js';
import { decodeBase58 } from '../keys/multibase.js';
import { aBadge } from '../testing/badge.js';
import { toMultibase58 } from '../testing/base58.js';
import { everyChangeOf } from '../testing/changed.js';
import { didKeyIssuer, ecDidKeyIssuer, type IssuerKey } from '../testing/issuer-key.js';
import { signEmbedded, type SigningSuiteName } from '../testing/sign-embedded.js';
import { verifyHere } from '../testing/verify-here.js';

const ed25519 = didKeyIssuer(1);
const p256 = ecDidKeyIssuer('P-256');
const p384 = ecDidKeyIssuer('P-384');

const kinds: [SigningSuiteName, string, IssuerKey][] = [
  ['eddsa-rdfc-2022', 'Ed25519', ed25519],
  ['ecdsa-rdfc-2019', 'P-256', p256],
  ['ecdsa-rdfc-2019', 'P-384', p384],
  ['eddsa-jcs-2022', 'Ed25519', ed25519],
  ['ecdsa-jcs-2019', 'P-256', p256],
  ['ecdsa-jcs-2019', 'P-384', p384],
];
const proofOf = (badge: JsonObject): JsonObject => badge.proof as JsonObject;

describe.each(kinds)('a proof of %s with %s', (suite, _curve, issuer) => {
  const signed = signEmbedded(aBadge(issuer.controller), issuer, suite);

  it('is verified when it was made over this content', async () => {
    const report = await verifyHere(await signed);
    expect(report).toMatchObject({ verdict: 'verified', reasons: ['valid'], issuerIdentity: 'proven' });
    expect(report.checks.find(({ id }) => id === 'proof')).toMatchObject({ outcome: 'pass', code: 'signature-valid' });
  });

  it('is never verified with any word of the content or the proof changed', async () => {
    const changes = everyChangeOf(await signed);
    const verified: string[] = [];
    for (const { place, changed } of changes)
      if ((await verifyHere(changed)).verdict === 'verified') verified.push(place);
    expect(verified).toEqual([]);
    expect(changes.length).toBeGreaterThan(20);
  });

  it('is wrong with any byte of the signature changed', async () => {
    const badge = await signed;
    const signature = decodeBase58(String(proofOf(badge).proofValue).slice(1)) ?? Buffer.alloc(0);
    for (let index = 0; index < signature.length; index += 1) {
      const other = Buffer.from(signature);
      other.writeUInt8(other.readUInt8(index) ^ (1 << (index % 8)), index);
      const report = await verifyHere({ ...badge, proof: { ...proofOf(badge), proofValue: toMultibase58(other) } });
      expect([index, report.reasons]).toEqual([index, ['invalid_signature']]);
    }
    expect([64, 96]).toContain(signature.length);
  });

  it('is wrong under the name of another suite', async () => {
    const badge = await signed;
    for (const [cryptosuite] of kinds.filter(([name]) => name !== suite)) {
      const report = await verifyHere({ ...badge, proof: { ...proofOf(badge), cryptosuite } });
      expect([cryptosuite, report.reasons]).toEqual([cryptosuite, ['invalid_signature']]);
    }
  });
});

describe('the suites with ECDSA', () => {
  it.each(['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const)('take no key of P-521 (%s)', async (suite) => {
    const issuer = ecDidKeyIssuer('P-521');
    const badge = await signEmbedded(aBadge(issuer.controller), issuer, suite);
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['invalid_signature'] });
  });
});

describe('the suites that sign the text', () => {
  const contexts = aBadge(ed25519.controller)['@context'] as string[];
  const sign = (badge: JsonObject, options?: JsonObject): Promise<JsonObject> =>
    signEmbedded(badge, ed25519, 'eddsa-jcs-2022', options);

  it('cover words that no context defines', async () => {
    const badge = await sign(aBadge(ed25519.controller, { grade: 'A' }));
    const report = await verifyHere(badge);
    expect(report.verdict).toBe('verified');
    expect(report.checks.find(({ id }) => id === 'terms')).toMatchObject({ code: 'signed-as-text' });
    expect(await verifyHere({ ...badge, grade: 'B' })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it('hold with the members in another order', async () => {
    const badge = await sign(aBadge(ed25519.controller));
    const reversed = Object.fromEntries(Object.entries(badge).reverse());
    expect(await verifyHere(reversed)).toMatchObject({ verdict: 'verified' });
  });

  it('hold without contexts of their own', async () => {
    const badge = await sign(aBadge(ed25519.controller), { '@context': undefined });
    expect(proofOf(JSON.parse(JSON.stringify(badge)) as JsonObject)).not.toHaveProperty('@context');
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'verified' });
  });

  it('do not vouch for a context that was added afterwards', async () => {
    const badge = await sign(aBadge(ed25519.controller));
    const report = await verifyHere({ ...badge, '@context': [...contexts, 'https://words.example/v1'] });
    expect(report).toMatchObject({ verdict: 'unsupported', reasons: ['unsupported'] });
    expect(report.checks.find(({ id }) => id === 'proof')?.code).toBe('unsigned-context');
  });

  it('fail when the contexts of the proof are others', async () => {
    const badge = await sign(aBadge(ed25519.controller));
    const report = await verifyHere({ ...badge, proof: { ...proofOf(badge), '@context': [...contexts].reverse() } });
    expect(report).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
  });

  it('do not excuse an undefined word when a second proof signs the meaning', async () => {
    const both = await signEmbedded(await sign(aBadge(ed25519.controller)), ed25519, 'eddsa-rdfc-2022');
    expect(await verifyHere(both)).toMatchObject({ verdict: 'verified' });
    expect((await verifyHere({ ...both, grade: 'A' })).verdict).toBe('failed');
  });
});
