import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { verifyHere } from './testing/verify-here.js';
import { pinnedContexts } from './json-ld/pinned-contexts.js';

const school = didKeyIssuer(1);
const multikey = school.controller.slice('did:key:'.length);
const method = {
  '@context': 'https://w3id.org/security/multikey/v1',
  id: school.method,
  type: 'Multikey',
  controller: school.controller,
  publicKeyMultibase: multikey,
};
const controllerDocument = {
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: school.controller,
  assertionMethod: [school.method],
};

const documentLoader = async (url: string): Promise<object> => {
  const document =
    url === school.method ? method : url === school.controller ? controllerDocument : pinnedContexts.get(url);
  if (!document) throw new Error(`no document ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

async function librarySigner(): Promise<unknown> {
  const jwk = school.privateKey.export({ format: 'jwk' });
  const pair = await Ed25519Multikey.fromJwk({ jwk, secretKey: true });
  return Object.assign(pair, { id: school.method, controller: school.controller }).signer();
}

const suitesOf = async (): Promise<Record<string, object>> => {
  const signer = await librarySigner();
  return {
    'eddsa-rdfc-2022': new DataIntegrityProof({ signer, cryptosuite }),
    Ed25519Signature2020: new Ed25519Signature2020({ signer }),
  };
};
const cases = [
  ['eddsa-rdfc-2022', '2.0', aBadge(school.controller)],
  ['eddsa-rdfc-2022', '1.1', anOlderBadge(school.controller)],
  ['Ed25519Signature2020', '1.1', anOlderBadge(school.controller)],
] as const;

describe('the suites of other makers', () => {
  it.each(cases)('sign with %s what we verify (data model %s)', async (name, _model, badge) => {
    const suite = (await suitesOf())[name];
    const purpose = new jsigs.purposes.AssertionProofPurpose();
    const signed = await jsigs.sign({ ...badge }, { suite, purpose, documentLoader });
    expect(await verifyHere(signed)).toMatchObject({ verdict: 'verified' });
  });

  it.each(cases)('verify with %s what we sign (data model %s)', async (name, _model, badge) => {
    const signed = await signEmbedded(badge, school, name);
    const suite =
      name === 'Ed25519Signature2020' ? new Ed25519Signature2020() : new DataIntegrityProof({ cryptosuite });
    const purpose = new jsigs.purposes.AssertionProofPurpose();
    const result = await jsigs.verify(signed, { suite, purpose, documentLoader });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });
});
