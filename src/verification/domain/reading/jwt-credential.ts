import { type JsonObject, hasType, isObject, listOf } from '../json.js';
import { instantOfNumericDate } from '../instant.js';
import type { CompactJws } from './compact-jws.js';
import type { JwtEnvelope } from './read-result.js';

/**
 * The credential inside a VC-JWT.
 *
 * The payload itself where it has an `@context` or the type of one (data model 2.0, VC-JOSE-COSE), else its `vc` claim (data model 1.1).
 * A `vc` claim may leave out what the JWT says (`iss`, `sub`, `jti`, `nbf`, `exp`); that is filled in, and what both say
 * is left alone to be compared.
 *
 * @returns undefined when the payload holds no credential
 * @see https://www.w3.org/TR/vc-data-model-1.1/#json-web-token-extensions
 */
export function credentialOfJwt(jws: CompactJws): { credential: JsonObject; jwt: JwtEnvelope } | undefined {
  const { claims } = jws;
  if (claims['@context'] !== undefined || hasType(claims, 'VerifiableCredential'))
    return { credential: claims, jwt: envelope('whole-payload', jws) };
  if (!isObject(claims.vc)) return undefined;
  return { credential: filledIn(claims.vc, claims), jwt: envelope('vc-claim', jws) };
}

function envelope(
  layout: JwtEnvelope['layout'],
  { header, claims, payloadText, signingInput, signature }: CompactJws,
): JwtEnvelope {
  return { layout, header, claims, payloadText, signingInput, signature };
}

function filledIn(vc: JsonObject, claims: JsonObject): JsonObject {
  const credential: JsonObject = { ...vc };
  if (typeof claims.jti === 'string') credential.id ??= claims.jti;
  if (typeof claims.iss === 'string') credential.issuer = withId(credential.issuer, claims.iss);
  if (typeof claims.sub === 'string') credential.credentialSubject = withSubjectId(vc.credentialSubject, claims.sub);
  if (credential.issuanceDate === undefined && credential.validFrom === undefined) {
    const nbf = instantOfNumericDate(claims.nbf);
    if (nbf) credential.issuanceDate = nbf.toISOString();
  }
  if (credential.expirationDate === undefined && credential.validUntil === undefined) {
    const exp = instantOfNumericDate(claims.exp);
    if (exp) credential.expirationDate = exp.toISOString();
  }
  return credential;
}

function withId(node: unknown, id: string): unknown {
  if (node === undefined) return id;
  return isObject(node) && node.id === undefined ? { ...node, id } : node;
}

/** `sub` names one subject, so with several it is filled into none. */
function withSubjectId(subject: unknown, id: string): unknown {
  const subjects = listOf(subject);
  const [only] = subjects;
  if (subjects.length !== 1 || !isObject(only)) return subject;
  const filled = withId(only, id);
  return Array.isArray(subject) ? [filled] : filled;
}
