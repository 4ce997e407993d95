import type { DocumentSource } from '../document-source.js';
import { type JsonObject, idOf } from '../json.js';
import { type KeyFamily, type KeyResolution, resolveJwtKey } from '../keys/index.js';
import { quoted } from '../quoted.js';
import type { JwtEnvelope } from '../reading/read-result.js';
import { jwsAlgorithms } from './jws-algorithms.js';
import type { ProofFinding } from './proof-finding.js';

type Checked = Omit<ProofFinding, 'subject' | 'suite'>;

/**
 * Checks the signature of a VC-JWT.
 *
 * The algorithm must be one of {@link jwsAlgorithms} and fit the kind of key. Critical header parameters are refused,
 * since none is understood here, and so is an unencoded payload (`b64`). A `jwk` in the header is only a key to
 * calculate with; whose it is must be shown by the issuer.
 */
export async function checkJwtProof(
  jwt: JwtEnvelope,
  credential: JsonObject,
  source: DocumentSource,
): Promise<ProofFinding> {
  const { alg } = jwt.header;
  const suite = typeof alg === 'string' ? alg : 'none';
  return { subject: 'jws', suite, ...(problemOfHeader(jwt.header) ?? (await checkSignature(jwt, credential, source))) };
}

function problemOfHeader(header: JsonObject): Checked | undefined {
  const { alg, kid } = header;
  if (typeof alg !== 'string') return malformed('alg', 'the header of the JWT names no algorithm');
  if (/^none$/i.test(alg)) return { ...malformed('alg', 'the JWT says that it is not signed'), objection: 'unsigned' };
  if (/^HS\d+$/i.test(alg))
    return malformed('alg', `${quoted(alg)} is made with a shared secret, which shows nobody who made it`);
  if (header.crit !== undefined)
    return malformed('crit', 'the header of the JWT has critical parameters that are not understood here');
  if (header.b64 !== undefined && header.b64 !== true)
    return malformed('b64', 'the payload of the JWT is not base64url encoded');
  if (kid !== undefined && typeof kid !== 'string') return malformed('kid', 'the key id of the JWT is no text');
  if (!jwsAlgorithms.has(alg))
    return {
      signature: 'unsupported',
      code: 'unknown-algorithm',
      detail: `signatures with ${quoted(alg)} are not verified`,
    };
  return undefined;
}

async function checkSignature(jwt: JwtEnvelope, credential: JsonObject, source: DocumentSource): Promise<Checked> {
  const { alg, kid, jwk } = jwt.header;
  const algorithm = jwsAlgorithms.get(String(alg));
  const issuer = idOf(credential.issuer) ?? jwt.claims.iss;
  if (!algorithm || typeof issuer !== 'string')
    return malformed('issuer', 'the JWT names no issuer whose key could be looked for');
  const key = await resolveJwtKey(
    { issuer, ...(typeof kid === 'string' && { kid }), ...(jwk !== undefined && { jwk }) },
    source,
  );
  if (key.kind === 'unresolvable') return unresolvable(key, key.code, `the key was not found: ${key.detail}`);
  if (!key.key || !key.jwk)
    return unresolvable(key, 'no-key', key.kind === 'unproven' ? key.detail : 'the key has no material');
  if (!algorithm.takesKey(key.jwk) || !isMeantFor(key.jwk, String(alg)))
    return {
      key,
      ...invalid(`the key ${quoted(key.method)} is not for ${quoted(String(alg))} (${algorithm.keyName})`),
    };
  if (!algorithm.verify(key.key, Buffer.from(jwt.signingInput, 'ascii'), jwt.signature))
    return { key, ...invalid(`the JWT was not signed over this content with the key ${quoted(key.method)}`) };
  const detail = `the JWT was signed with the key ${quoted(key.method)}`;
  return { key, signature: 'valid', code: 'signature-valid', detail };
}

/** A JWK may be meant for one algorithm only; the two names of Ed25519 mean the same. */
function isMeantFor(family: KeyFamily, alg: string): boolean {
  const sameName = (name: string) => (name === 'Ed25519' ? 'EdDSA' : name);
  return family.alg === undefined || sameName(family.alg) === sameName(alg);
}

function unresolvable(key: KeyResolution, code: string, detail: string): Checked {
  const retryable = key.kind !== 'resolved' && key.retryable;
  return { key, signature: 'unchecked', code, detail, objection: 'unresolvable_key', retryable };
}

function invalid(detail: string): Checked {
  return { signature: 'invalid', code: 'signature-invalid', detail, objection: 'invalid_signature' };
}

function malformed(code: string, detail: string): Checked {
  return { signature: 'unchecked', code: `malformed-${code}`, detail, objection: 'malformed' };
}
