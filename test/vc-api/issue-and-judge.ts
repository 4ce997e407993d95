import { generateKeyPairSync } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { pinnedContexts } from '../../src/verification/domain/json-ld/pinned-contexts.js';
import { multikeyOf } from '../../src/verification/domain/testing/issuer-key.js';
import { examples, verifyAsVcApi } from './verify-as-vc-api.js';

const pair = generateKeyPairSync('ed25519');
const multikey = multikeyOf(pair.publicKey);

/** Who issues what a suite wants to have issued. */
export const issuerId = `did:key:${multikey}`;
const method = `${issuerId}#${multikey}`;

/** What a verifier says of the form of a document, and not of its signature, its key or the time. */
const ofForm = ['format', 'shape', 'terms'];

const contexts = new Map([...pinnedContexts, ...examples]);

const documentLoader = async (url: string): Promise<object> => {
  const document = contexts.get(url);
  if (!document) throw new Error(`no context ${url}`);
  return { contextUrl: null, documentUrl: url, document };
};

export type Issued = { ok: true; credential: unknown } | { ok: false; detail: string };

/**
 * Signs a credential with the libraries of other makers, and gives it away only if our verifier finds its form good. So a
 * suite that asks an issuer to refuse malformed credentials asks our verifier.
 */
export async function issueAndJudge(credential: object): Promise<Issued> {
  const issued = await signed(credential);
  const { reports } = await verifyAsVcApi(issued);
  const wrong = reports.flatMap(({ checks }) =>
    checks.filter((it) => ofForm.includes(it.id) && (it.outcome === 'fail' || it.outcome === 'unknown')),
  );
  if (wrong.length === 0) return { ok: true, credential: issued };
  return { ok: false, detail: wrong.map((it) => `${it.id}: ${it.detail}`).join('; ') };
}

/** Signs without judging. */
export async function sign(credential: object): Promise<unknown> {
  const jwk = pair.privateKey.export({ format: 'jwk' });
  const key = await Ed25519Multikey.fromJwk({ jwk, secretKey: true });
  const signer = Object.assign(key, { id: method, controller: issuerId }).signer();
  const suite = new DataIntegrityProof({ signer, cryptosuite });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  return jsigs.sign(structuredClone(credential), { suite, purpose, documentLoader });
}

/** A library that refuses to sign is not our verifier: what it refuses is judged with a signature that is none. */
async function signed(credential: object): Promise<unknown> {
  try {
    return await sign(credential);
  } catch {
    return { ...credential, proof: unsigned };
  }
}

const unsigned = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-01T00:00:00Z',
  verificationMethod: method,
  proofPurpose: 'assertionMethod',
  proofValue: 'z3MvGcVxzRzzpKF1HA11EjvfPZsN8NAb7kXBRfeTm3CBg2gcJLQM5hZNmj6Ccd9Lk4C1YueiFZvkSx4FuHVYVouQk',
};
