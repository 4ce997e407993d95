import type { Examined } from '../checks/check-definition.js';
import { instantOfNumericDate } from '../instant.js';
import { isObject, type JsonObject } from '../json.js';
import type { ProofFinding } from '../proofs/proof-finding.js';
import { quoted } from '../quoted.js';
import { type CompactJws, looksLikeCompactJws, parseCompactJws } from '../reading/compact-jws.js';
import { textOf } from '../reading/strict-json.js';
import { decodeTokenStatusList } from './token-status-bits.js';

/** A status list token that was loaded and whose signature, subject and dates are good. */
export interface TokenStatusList {
  ok: true;
  url: string;
  issuer: string;
  bytes: Buffer;
  /** Bits that one status takes: 1, 2, 4 or 8. */
  bits: number;
  /** How long the answer may be relied on, in milliseconds; absent when the list does not say. */
  goodForMs?: number;
}

export interface TokenStatusListFault {
  ok: false;
  objection: 'status_list_invalid' | 'status_unavailable';
  code: string;
  detail: string;
  retryable: boolean;
}

const maxTokenBytes = 2 * 1024 * 1024;
const accept = 'application/statuslist+jwt';
const sizes: readonly unknown[] = [1, 2, 4, 8];
/** Clocks of issuers may be a little ahead. */
const toleranceMs = 300_000;

/** Loads a Token Status List in its JWT form; one that does not hold says nothing about anybody. */
export async function loadTokenStatusList(
  url: string,
  examined: Examined,
): Promise<TokenStatusList | TokenStatusListFault> {
  const loaded = await examined.source.load(url, { accept, maxBytes: maxTokenBytes });
  if (!loaded.ok) return unavailable('unreachable', url, loaded.detail, loaded.retryable);
  const text = textOf(loaded.body)?.trim() ?? '';
  const reading = looksLikeCompactJws(text) ? parseCompactJws(text) : undefined;
  if (!reading?.ok) return invalid('wrong-type', url, 'it is no JWT');
  const { jws } = reading;
  const wrong = wrongIn(jws, url, examined.at);
  if (wrong !== undefined) return invalid(wrong.code, url, wrong.why);
  const issuer = typeof jws.claims.iss === 'string' ? jws.claims.iss : examined.facts.issuer?.id;
  if (issuer === undefined) return invalid('list-not-verified', url, 'nobody is named who keeps it');
  const fault = faultOfProof(await examined.verifyToken(jws, issuer), { url, issuer, at: examined.at });
  return fault ?? readList(jws.claims, { url, issuer, at: examined.at });
}

function wrongIn({ header, claims }: CompactJws, url: string, at: Date): { code: string; why: string } | undefined {
  const { typ } = header;
  if (typeof typ !== 'string' || typ.toLowerCase().replace(/^application\//, '') !== 'statuslist+jwt')
    return { code: 'wrong-type', why: 'its type is not statuslist+jwt' };
  if (claims.sub !== url) return { code: 'wrong-list', why: 'it is the list of another address' };
  const issued = instantOfNumericDate(claims.iat);
  if (!issued || issued.getTime() > at.getTime() + toleranceMs)
    return { code: 'list-not-verified', why: 'it does not say when it was issued, or says a time yet to come' };
  const ends = instantOfNumericDate(claims.exp);
  if (claims.exp !== undefined && (!ends || ends <= at))
    return { code: 'list-not-verified', why: `it is expired (exp ${ends?.toISOString() ?? 'is no date'})` };
  return undefined;
}

interface Circumstances {
  url: string;
  issuer: string;
  at: Date;
}

function faultOfProof(proof: ProofFinding, { url, issuer, at }: Circumstances): TokenStatusListFault | undefined {
  const { key, signature, objection, detail } = proof;
  if (objection === 'unresolvable_key' || signature === 'unsupported')
    return unavailable('list-unverifiable', url, detail, proof.retryable === true);
  if (signature !== 'valid') return invalid('list-not-verified', url, detail);
  if (key?.kind !== 'resolved' || key.controller !== issuer)
    return invalid('list-not-verified', url, `nothing shows that its key is that of ${quoted(issuer)}`);
  const isEnded = [key.revoked, key.expires].some((end) => end && end <= at);
  return isEnded ? invalid('list-not-verified', url, 'its key no longer counts') : undefined;
}

async function readList(
  { status_list: list, ttl, exp }: JsonObject,
  { url, issuer, at }: Circumstances,
): Promise<TokenStatusList | TokenStatusListFault> {
  const { bits, lst }: JsonObject = isObject(list) ? list : {};
  if (!sizes.includes(bits)) return invalid('unreadable-bits', url, 'a status takes neither 1, 2, 4 nor 8 bits in it');
  const decoded = await decodeTokenStatusList(lst);
  if (!decoded.ok) return invalid('unreadable-bits', url, decoded.detail);
  const limits = [
    ...(typeof ttl === 'number' && ttl > 0 ? [ttl * 1000] : []),
    ...(typeof exp === 'number' ? [exp * 1000 - at.getTime()] : []),
  ];
  const goodFor = limits.length === 0 ? {} : { goodForMs: Math.min(...limits) };
  return { ok: true, url, issuer, bytes: decoded.bytes, bits: bits as number, ...goodFor };
}

function invalid(code: string, url: string, why: string): TokenStatusListFault {
  const detail = `the status list ${quoted(url)} is not usable: ${why}`;
  return { ok: false, objection: 'status_list_invalid', code, detail, retryable: true };
}

function unavailable(code: string, url: string, why: string, retryable: boolean): TokenStatusListFault {
  const detail = `the status list ${quoted(url)} could not be checked: ${why}`;
  return { ok: false, objection: 'status_unavailable', code, detail, retryable };
}
