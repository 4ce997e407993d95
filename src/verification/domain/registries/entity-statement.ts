import { instantOfNumericDate } from '../instant.js';
import { isObject, type JsonObject } from '../json.js';
import { importPublicJwk } from '../keys/index.js';
import { jwsAlgorithms } from '../proofs/jws-algorithms.js';
import { problemOfHeader } from '../proofs/jws-header.rule.js';
import { quoted } from '../quoted.js';
import { type CompactJws, looksLikeCompactJws, parseCompactJws } from '../reading/compact-jws.js';
import { textOf } from '../reading/strict-json.js';

/** A signed statement of one entity about another, or about itself; its signature was checked. */
export interface EntityStatement {
  readonly iss: string;
  readonly sub: string;
  readonly expires: Date;
  /** Keys that the statement gives the subject; none where it names none. */
  readonly keys: readonly JsonObject[];
  readonly claims: JsonObject;
}

export type StatementReading =
  { readonly ok: true; readonly statement: EntityStatement } | { readonly ok: false; readonly detail: string };

/** What a statement must be for whoever reads it. */
export interface StatementWish {
  readonly iss: string;
  readonly sub: string;
  readonly at: Date;
  /** Keys of its issuer; `own`: it is a self-signed configuration and shows its own. */
  readonly keys: readonly JsonObject[] | 'own';
}

const TYPE = 'entity-statement+jwt';
/** Clocks of others may be a little ahead. */
const TOLERANCE_MS = 300_000;
const MOST_KEYS = 20;
/** Claims that change what the others mean and that are understood here. */
const KNOWN_CRITICAL: readonly string[] = [];

/**
 * Reads an entity statement: a JWT of the type `entity-statement+jwt` with `kid`, of the wanted issuer about the wanted
 * subject, inside its dates, signed by a key of its issuer that the header names. One with critical claims that are not
 * understood, or with operators of policies that are critical, is refused.
 *
 * @see OpenID Federation 1.0, sections 3.1 and 3.2
 */
export function readStatement(bytes: Uint8Array, wish: StatementWish): StatementReading {
  const text = textOf(bytes)?.trim() ?? '';
  const reading = looksLikeCompactJws(text) ? parseCompactJws(text) : undefined;
  if (!reading?.ok) return refused('it is no JWT');
  const { jws } = reading;
  const wrong = wrongIn(jws, wish);
  if (wrong !== undefined) return refused(wrong);
  const keys = keysIn(jws.claims);
  if (keys === undefined) return refused('its jwks is no set of at most 20 public keys');
  const unsigned = unsignedBy(jws, wish.keys === 'own' ? keys : wish.keys);
  if (unsigned !== undefined) return refused(unsigned);
  const { iss, sub } = wish;
  const expires = instantOfNumericDate(jws.claims.exp) ?? wish.at;
  return { ok: true, statement: { iss, sub, expires, keys, claims: jws.claims } };
}

function wrongIn({ header, claims }: CompactJws, { iss, sub, at }: StatementWish): string | undefined {
  const problem = problemOfHeader(header);
  if (problem) return problem.detail;
  if (header.typ !== TYPE) return `its typ is not ${TYPE}`;
  if (typeof header.kid !== 'string' || header.kid === '') return 'its header names no key';
  if (claims.iss !== iss) return `it is a statement of ${quoted(String(claims.iss))} and not of ${quoted(iss)}`;
  if (claims.sub !== sub) return `it is about ${quoted(String(claims.sub))} and not about ${quoted(sub)}`;
  const [issued, expires] = [instantOfNumericDate(claims.iat), instantOfNumericDate(claims.exp)];
  if (!issued || issued.getTime() > at.getTime() + TOLERANCE_MS) return 'its iat is missing or yet to come';
  if (!expires || expires <= at) return `it is expired (exp ${expires?.toISOString() ?? 'is no date'})`;
  return criticalIn(claims);
}

function criticalIn({ crit, metadata_policy_crit: policyCrit }: JsonObject): string | undefined {
  if (
    crit !== undefined &&
    !(Array.isArray(crit) && crit.length > 0 && crit.every((it) => KNOWN_CRITICAL.includes(String(it))))
  )
    return 'it has critical claims that are not understood here';
  return policyCrit === undefined ? undefined : 'it has critical operators of policies that are not understood here';
}

function keysIn({ jwks }: JsonObject): readonly JsonObject[] | undefined {
  if (jwks === undefined) return [];
  const keys: unknown = isObject(jwks) ? jwks.keys : undefined;
  if (!Array.isArray(keys) || keys.length > MOST_KEYS || !keys.every(isObject)) return undefined;
  return keys.some((key) => 'd' in key || 'k' in key) ? undefined : keys;
}

/** @returns why no key of the issuer signed it; undefined when one did */
function unsignedBy({ header, signingInput, signature }: CompactJws, keys: readonly JsonObject[]): string | undefined {
  const named = keys.filter(({ kid }) => kid === header.kid);
  if (named.length !== 1) return `its issuer has not exactly one key ${quoted(String(header.kid))}`;
  const key = importPublicJwk(named[0]);
  const algorithm = jwsAlgorithms.get(String(header.alg));
  if (!key.ok) return `its key cannot be used: ${key.detail}`;
  if (!algorithm?.takesKey(key.material.jwk)) return `its key is not for ${quoted(String(header.alg))}`;
  const holds = algorithm.verify(key.material.key, Buffer.from(signingInput), signature);
  return holds ? undefined : 'its signature is wrong';
}

const refused = (detail: string): StatementReading => ({ ok: false, detail });
