import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { didKeyIssuer, ecDidKeyIssuer, type IssuerKey } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { verifyHere } from './testing/verify-here.js';
import { pinnedContexts } from './json-ld/pinned-contexts.js';

const school = didKeyIssuer(1);
const p256 = ecDidKeyIssuer('P-256');
const p384 = ecDidKeyIssuer('P-384');

const documents = new Map<string, object>(pinnedContexts);
for (const { method, controller } of [school, p256, p384]) {
  documents.set(method, {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: method,
    type: 'Multikey',
    controller,
    publicKeyMultibase: controller.slice('did:key:'.length),
  });
  documents.set(controller, {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: controller,
    assertionMethod: [method],
  });
}

const documentLoader = async (url: string): Promise<object> => {
  const document = documents.get(url);
  if (!document) throw new Error(`no document ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

async function librarySigner(issuer: IssuerKey): Promise<unknown> {
  const jwk = issuer.privateKey.export({ format: 'jwk' });
  const library = jwk.kty === 'EC' ? EcdsaMultikey : Ed25519Multikey;
  const pair = await library.fromJwk({ jwk, secretKey: true });
  return Object.assign(pair, { id: issuer.method, controller: issuer.controller }).signer();
}

const cryptosuites = { 'eddsa-rdfc-2022': eddsaRdfc2022, 'ecdsa-rdfc-2019': ecdsaRdfc2019 };

function librarySuite(name: keyof typeof cryptosuites | 'Ed25519Signature2020', signer?: unknown): object {
  if (name === 'Ed25519Signature2020') return new Ed25519Signature2020({ signer });
  return new DataIntegrityProof({ signer, cryptosuite: cryptosuites[name] });
}

/** Nodes without ids come in the order of their hashes, and P-384 has another hash than the other keys. */
const evidence = Array.from({ length: 8 }, (_, at) => ({ type: ['Evidence'], name: `Piece ${at}` }));

const cases = [
  ['eddsa-rdfc-2022', '2.0 and Ed25519', aBadge(school.controller), school],
  ['eddsa-rdfc-2022', '1.1 and Ed25519', anOlderBadge(school.controller), school],
  ['Ed25519Signature2020', '1.1 and Ed25519', anOlderBadge(school.controller), school],
  ['ecdsa-rdfc-2019', '2.0 and P-256', aBadge(p256.controller), p256],
  ['ecdsa-rdfc-2019', '1.1 and P-256', anOlderBadge(p256.controller), p256],
  ['ecdsa-rdfc-2019', '2.0 and P-384', aBadge(p384.controller), p384],
  ['ecdsa-rdfc-2019', '2.0, P-256 and parts without ids', aBadge(p256.controller, { evidence }), p256],
  ['ecdsa-rdfc-2019', '2.0, P-384 and parts without ids', aBadge(p384.controller, { evidence }), p384],
] as const;
const purpose = new jsigs.purposes.AssertionProofPurpose();

describe('the suites of other makers', () => {
  it.each(cases)('sign with %s what we verify (data model %s)', async (name, _model, badge, issuer) => {
    const suite = librarySuite(name, await librarySigner(issuer));
    const signed = await jsigs.sign({ ...badge }, { suite, purpose, documentLoader });
    expect(await verifyHere(signed)).toMatchObject({ verdict: 'verified' });
    expect(await verifyHere({ ...signed, name: 'Welding, level 9' })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it.each(cases)('verify with %s what we sign (data model %s)', async (name, _model, badge, issuer) => {
    const signed = await signEmbedded(badge, issuer, name);
    const result = await jsigs.verify(signed, { suite: librarySuite(name), purpose, documentLoader });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });
});
