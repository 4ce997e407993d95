import { type JsonObject } from '../json.js';
import { decodeBase64url } from '../keys/multibase.js';
import { readMultikey } from '../keys/multikey.js';
import { verifyEcdsa } from './ecdsa.js';
import type { EmbeddedSuite, SignedBytes, SigningInput } from './embedded-suite.js';
import { dataIntegrityVariant, digest, hashOfOptions } from './rdf-signed-bytes.js';
import { type DerivedProof, isBaseProof, maxProofLetters, readDerivedProof } from './sd-derived-proof.js';
import { relabelled } from './sd-relabelled.js';

/** Each shown statement that the issuer did not make mandatory costs a signature check. */
const maxStatements = 500;

/**
 * Selective disclosure with ECDSA: the holder shows some statements of a credential, and the issuer's signature covers
 * the mandatory ones and a throw-away key that signed each of the others.
 *
 * Only derived proofs are taken. A base proof is what the issuer gives to the holder alone: it holds the means to
 * derive, and whoever receives it learns what was to be hidden.
 *
 * @see https://www.w3.org/TR/vc-di-ecdsa/#ecdsa-sd-2023
 */
export const ecdsaSd2023: EmbeddedSuite = {
  name: 'ecdsa-sd-2023',
  signsOver: 'rdf',
  signs: (proof) => proof.type === 'DataIntegrityProof' && proof.cryptosuite === 'ecdsa-sd-2023',
  async signedBytes(proof, input) {
    const bytes = bytesOf(proof);
    if (bytes && isBaseProof(bytes))
      return malformed('base-proof', 'this is the base proof that an issuer gives to a holder, not a derived one');
    const derived = bytes && readDerivedProof(bytes);
    return derived
      ? bytesOfDerived(derived, proof, input)
      : malformed('malformed-proof', 'the proof is no derived one');
  },
  signatureOf(proof) {
    const bytes = bytesOf(proof);
    return bytes && readDerivedProof(bytes)?.baseSignature;
  },
  takesKey: ({ kty, crv }) => kty === 'EC' && crv === 'P-256',
  keyName: 'P-256',
  verify: verifyEcdsa,
};

function bytesOf({ proofValue }: JsonObject): Buffer | undefined {
  return typeof proofValue === 'string' && proofValue.startsWith('u')
    ? decodeBase64url(proofValue.slice(1), maxProofLetters)
    : undefined;
}

async function bytesOfDerived(derived: DerivedProof, proof: JsonObject, input: SigningInput): Promise<SignedBytes> {
  const whole = await input.canonical.form({ rdfDirection: dataIntegrityVariant.rdfDirection });
  if (!whole.ok) return whole;
  const statements = relabelled(whole.nquads, derived.labels);
  if (!statements) return malformed('malformed-proof', 'the labels of the proof do not fit the document');
  const mandatory = new Set(derived.mandatoryIndexes);
  if ([...mandatory].some((index) => index >= statements.length))
    return malformed('malformed-proof', 'the proof names statements that are not there');
  const others = statements.filter((_, index) => !mandatory.has(index));
  if (others.length > maxStatements)
    return { ok: false, kind: 'unsupported', code: 'too-complex', detail: `over ${maxStatements} shown statements` };
  if (others.length !== derived.signatures.length)
    return malformed('malformed-proof', 'the proof has not one signature for each statement that is shown');
  const throwAway = readMultikey(`u${derived.publicKey.toString('base64url')}`);
  if (!throwAway.ok || throwAway.material.jwk.crv !== 'P-256')
    return malformed('malformed-proof', 'the key of the shown statements is no P-256 key');
  const options = await hashOfOptions(dataIntegrityVariant, 'sha256', proof, input);
  if (!options.ok) return options;
  const ofMandatory = digest('sha256', statements.filter((_, index) => mandatory.has(index)).join(''));
  const { key, jwk: family } = throwAway.material;
  return {
    ok: true,
    bytes: Buffer.concat([options.bytes, derived.publicKey, ofMandatory]),
    further: derived.signatures.map((signature, index) => {
      return { key, family, bytes: Buffer.from(others[index] ?? '', 'utf8'), signature };
    }),
  };
}

function malformed(code: string, detail: string): SignedBytes {
  return { ok: false, kind: 'malformed', code, detail };
}
