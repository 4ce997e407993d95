import type { JsonObject } from '../json.js';
import type { Lane } from '../json-ld/canonical-document.js';
import { canonicalForm } from '../json-ld/canonical-form.js';
import { aBadge, anOlderBadge } from '../testing/badge.js';
import { didKeyIssuer, ecDidKeyIssuer, type IssuerKey } from '../testing/issuer-key.js';
import { signEmbedded, type SigningSuiteName } from '../testing/sign-embedded.js';
import { verifyHere } from '../testing/verify-here.js';

const ed25519 = didKeyIssuer(1);
const kinds: [SigningSuiteName, IssuerKey, (issuer: string, overrides?: JsonObject) => JsonObject][] = [
  ['eddsa-rdfc-2022', ed25519, aBadge],
  ['Ed25519Signature2020', ed25519, anOlderBadge],
  ['ecdsa-rdfc-2019', ecDidKeyIssuer('P-256'), aBadge],
  ['ecdsa-rdfc-2019', ecDidKeyIssuer('P-384'), aBadge],
];

/** The report, the lanes that settled the proofs, and how often the general lane was asked. */
async function watched(document: JsonObject) {
  const taken: Lane[] = [];
  let asked = 0;
  const report = await verifyHere(document, {
    lanes: {
      laneTaken: (lane) => taken.push(lane),
      canonicalize: (json, options) => {
        asked += 1;
        return canonicalForm(json, options);
      },
    },
  });
  return { verdict: report.verdict, reason: report.reason, checks: report.checks, taken, asked };
}

describe.each(kinds)('a proof of %s', (suite, issuer, badgeOf) => {
  it('is settled by the fast lane alone when it fits', async () => {
    const badge = await signEmbedded(badgeOf(issuer.controller), issuer, suite);
    const { checks, ...settled } = await watched(badge);
    expect(settled).toEqual({ verdict: 'verified', reason: 'valid', taken: ['fast'], asked: 0 });
    expect(checks.find(({ id }) => id === 'terms')).toMatchObject({ outcome: 'pass', code: 'all-defined' });
  });

  it('is settled by the general lane when the fast one declines the document', async () => {
    const declined = badgeOf(issuer.controller, { description: { '@value': 'Schweißen', '@language': 'de' } });
    const { verdict, reason, taken } = await watched(await signEmbedded(declined, issuer, suite));
    expect({ verdict, reason, taken }).toEqual({ verdict: 'verified', reason: 'valid', taken: ['general'] });
  });

  it('is called wrong by the general lane only', async () => {
    const badge = await signEmbedded(badgeOf(issuer.controller), issuer, suite);
    const { verdict, reason, taken, asked } = await watched({ ...badge, name: 'Welding, level 4' });
    expect({ verdict, reason, taken }).toEqual({
      verdict: 'failed',
      reason: 'invalid_signature',
      taken: ['general'],
    });
    // The document and the options of its proof; the check of the words takes the same form of the document.
    expect(asked).toBe(2);
  });

  it('does not hold for a document with a word that no context defines', async () => {
    const badge = await signEmbedded(badgeOf(issuer.controller), issuer, suite);
    const { verdict, reason } = await watched({ ...badge, unheardOf: 'x' });
    expect([verdict, reason]).toEqual(['failed', 'malformed']);
  });
});

describe('both lanes', () => {
  it('look at the same document first: inline contexts and forms that hide words are seen by neither', async () => {
    const badge = await signEmbedded(aBadge(ed25519.controller), ed25519);
    const hidden = { ...badge, 'https://www.w3.org/2018/credentials#validUntil': '2020-01-01T00:00:00Z' };
    const { reason, asked } = await watched(hidden);
    expect(reason).toBe('unsupported');
    expect(asked).toBe(0);
  });
});
