import type { JsonObject } from '../../json.js';
import { type CompactJws, parseCompactJws } from '../compact-jws.js';
import { disclosedPayload } from './disclosed-payload.js';
import { type DigestName, digestOfText, digestsByName } from './digests.js';
import { readDisclosures } from './disclosures.js';

/** An SD-JWT (RFC 9901) with what its holder chose to show put in place; no signature has been checked. */
export interface SdJwt {
  /** The JWT of the issuer; its claims are what was disclosed, without digests. */
  issued: CompactJws;
  /** Whether there are digests at all, so that something may have been kept back. */
  isSelective: boolean;
  /** Disclosures that no digest of the issuer covers, so that anybody may have written them. */
  uncovered: number;
  keyBinding?: KeyBindingJwt;
}

/** The JWT at the end, with which the holder shows to have the key that the issuer named (RFC 9901 section 4.3). */
export interface KeyBindingJwt {
  jws: CompactJws;
  /** What its `sd_hash` has to be: the digest of all that stands before it. */
  boundDigest: string;
}

export type SdJwtReading =
  | { ok: true; sdJwt: SdJwt }
  | { ok: false; kind: 'malformed'; code: string; detail: string }
  | { ok: false; kind: 'unsupported'; detail: string };

/** More than any document of a person has, and few enough to hash at once. */
const mostDisclosures = 1_000;

/** Whether a text has the form of an SD-JWT: a compact JWS, then parts without dots that end in `~`, then maybe another. */
export function looksLikeSdJwt(text: string): boolean {
  return /^e[wy][\w-]*\.[\w-]*\.[\w-]*~/.test(text);
}

/** Whether a bare JWT says of itself that it is an SD-JWT. */
export function saysSdJwt({ header, claims }: CompactJws): boolean {
  const { typ } = header;
  return (
    (typeof typ === 'string' && /\bsd-jwt$/i.test(typ)) ||
    typeof claims.vct === 'string' ||
    claims._sd_alg !== undefined ||
    claims._sd !== undefined
  );
}

/**
 * Reads an SD-JWT in compact form and puts its disclosures in place of their digests, by the rules of RFC 9901 section 7.1.
 *
 * A disclosure that nothing covers is counted and left out: it was changed or added after signing. All else that the
 * standard has refused is malformed: a digest twice, a reserved or repeated name, a disclosure of the wrong form, and
 * claims that decide about validity and must not be left to the holder (SD-JWT VC section 3.2.2.2). At most 1,000
 * disclosures, 64 levels deep taken together.
 */
export function readSdJwt(text: string): SdJwtReading {
  const [token = '', ...rest] = text.split('~');
  const binding = rest.pop() ?? '';
  const issued = parseCompactJws(token);
  if (!issued.ok) return { ok: false, kind: 'malformed', code: issued.code, detail: issued.detail };
  if (rest.length > mostDisclosures)
    return malformed('too-many-disclosures', `there are ${rest.length} disclosures; ${mostDisclosures} are the most`);
  const algorithm = digestNameIn(issued.jws.claims);
  if (algorithm === undefined)
    return { ok: false, kind: 'unsupported', detail: 'the digests of the SD-JWT are of a kind that is not taken here' };
  const disclosures = readDisclosures(rest, algorithm);
  if (!disclosures.ok) return disclosures;
  const payload = disclosedPayload(issued.jws.claims, disclosures.byDigest);
  if (!payload.ok) return payload;
  const keyBinding = readKeyBinding(binding, text.slice(0, text.length - binding.length), algorithm);
  if (keyBinding && 'ok' in keyBinding) return keyBinding;
  return {
    ok: true,
    sdJwt: {
      issued: { ...issued.jws, claims: payload.claims },
      isSelective: payload.digests > 0,
      uncovered: rest.length - payload.used,
      ...(keyBinding && { keyBinding }),
    },
  };
}

function digestNameIn({ _sd_alg: name = 'sha-256' }: JsonObject): DigestName | undefined {
  return typeof name === 'string' && digestsByName.has(name as DigestName) ? (name as DigestName) : undefined;
}

function readKeyBinding(
  text: string,
  bound: string,
  algorithm: DigestName,
): KeyBindingJwt | (SdJwtReading & { ok: false }) | undefined {
  if (text === '') return undefined;
  const reading = parseCompactJws(text);
  if (!reading.ok) return malformed('key-binding', `the JWT of the holder: ${reading.detail}`);
  return { jws: reading.jws, boundDigest: digestOfText(bound, algorithm) };
}

function malformed(code: string, detail: string): SdJwtReading & { ok: false } {
  return { ok: false, kind: 'malformed', code, detail };
}
