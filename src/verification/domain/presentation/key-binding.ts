import type { DocumentSource } from '../document-source.js';
import { instantOfNumericDate } from '../instant.js';
import { isObject, type JsonObject } from '../json.js';
import { importPublicJwk, type PublicKeyMaterial, nameOfJwk, resolveVerificationMethod } from '../keys/index.js';
import { jwsAlgorithms } from '../proofs/jws-algorithms.js';
import { problemOfHeader } from '../proofs/jws-header.rule.js';
import type { KeyBindingJwt } from '../reading/sd-jwt/sd-jwt.js';
import type { Objection } from '../verdict.js';

/** For whom and in answer to what a holder signed, once the signature was found to be by the key that the issuer named. */
export interface KeyBinding {
  ok: true;
  /** Who holds the key, by a name that is the same wherever the key is: RFC 9278, or the DID that the issuer named. */
  holder: string;
  nonce: string;
  audience: string;
}

export type KeyBindingReading =
  KeyBinding | { ok: false; objection: Objection; code: string; detail: string; retryable?: boolean };

/** Clocks of holders may be a little ahead. */
const toleranceMs = 300_000;

/**
 * Checks the JWT that a holder put at the end of an SD-JWT: its type, that it was signed by the key in `cnf` of the issuer's
 * claims, and over this very presentation (RFC 9901 section 7.3). What it was made for is left to be compared.
 */
export async function checkKeyBinding(
  { jws, boundDigest }: KeyBindingJwt,
  { cnf }: JsonObject,
  { at, source }: { at: Date; source: DocumentSource },
): Promise<KeyBindingReading> {
  const { header, claims } = jws;
  const { nonce, aud, sd_hash: digest } = claims;
  if (header.typ !== 'kb+jwt') return malformed('typ', 'the type of the JWT of the holder is not kb+jwt');
  const problem = problemOfHeader(header);
  const algorithm = jwsAlgorithms.get(String(header.alg));
  if (problem || !algorithm) return malformed('header', `the JWT of the holder: ${problem?.detail ?? 'no algorithm'}`);
  const issued = instantOfNumericDate(claims.iat);
  if (typeof nonce !== 'string' || typeof aud !== 'string' || typeof digest !== 'string' || !issued)
    return malformed('claims', 'the JWT of the holder does not say when, for whom, in answer to what and over what');
  if (issued.getTime() > at.getTime() + toleranceMs)
    return malformed('date', `the JWT of the holder was issued at ${issued.toISOString()}, which is yet to come`);
  const key = await holderKey(cnf, source);
  if (!key.ok) return key;
  const { material, holder } = key;
  if (
    !algorithm.takesKey(material.jwk) ||
    !algorithm.verify(material.key, Buffer.from(jws.signingInput), jws.signature)
  )
    return invalid('signature', 'the JWT of the holder was not signed by the key that the issuer named');
  if (digest !== boundDigest) return invalid('sd-hash', 'the holder signed another presentation than this one');
  return { ok: true, holder, nonce, audience: aud };
}

type HolderKey = { ok: true; material: PublicKeyMaterial; holder: string } | (KeyBindingReading & { ok: false });

/** The key in `cnf` (RFC 7800): the key itself, or the id of one in the document of a DID. */
async function holderKey(cnf: unknown, source: DocumentSource): Promise<HolderKey> {
  const { jwk, kid }: JsonObject = isObject(cnf) ? cnf : {};
  if (isObject(jwk)) {
    const reading = importPublicJwk(jwk);
    if (!reading.ok) return malformed('cnf', `the key that the issuer named for the holder: ${reading.detail}`);
    return { ok: true, material: reading.material, holder: nameOfJwk(jwk) };
  }
  if (typeof kid !== 'string' || !kid.startsWith('did:'))
    return malformed('cnf', 'the issuer named no key for the holder, who signed all the same');
  const found = await resolveVerificationMethod(kid, 'authentication', source);
  if (found.kind === 'resolved') return { ok: true, material: found, holder: found.controller };
  const { detail, retryable } = found;
  return {
    ok: false,
    objection: 'unresolvable_key',
    code: 'holder-key',
    detail: `the key of the holder: ${detail}`,
    retryable,
  };
}

function malformed(code: string, detail: string): KeyBindingReading & { ok: false } {
  return { ok: false, objection: 'malformed', code: `holder-${code}`, detail };
}

function invalid(code: string, detail: string): KeyBindingReading & { ok: false } {
  return { ok: false, objection: 'invalid_signature', code: `holder-${code}`, detail };
}
