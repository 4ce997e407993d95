import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers of a delivery, as received. */
export interface SignedHeaders {
  readonly id: string | undefined;
  /** Seconds since 1970 as decimal digits. */
  readonly timestamp: string | undefined;
  /** `v1,<base64>`, several apart by blanks. */
  readonly signature: string | undefined;
}

export type SignatureJudgement = 'valid' | 'invalid' | 'out-of-tolerance';

const TOLERANCE_SECONDS = 300;
const MAX_SIGNATURES = 32;
const MAX_HEADER_LENGTH = 4096;
const ID = /^[\x21-\x7e]{1,255}$/;
const TIMESTAMP = /^\d{1,15}$/;
const SIGNATURE = /^v1,([A-Za-z0-9+/]{43}=)$/;

/**
 * Judges a delivery by the Standard Webhooks scheme: HMAC-SHA-256 over `<id>.<timestamp>.<body>`, the body byte for byte.
 * A signature of any version but v1 counts for nothing. All keys are tried on every call, so that the time taken does not
 * tell which part was wrong.
 *
 * @param keys decoded secrets, any of which may have signed
 * @param clocks what counts as now; the timestamp has to be within 300 seconds of one of them, either way
 */
export function judgeSignature(
  headers: SignedHeaders,
  body: Buffer,
  keys: readonly Buffer[],
  clocks: readonly Date[],
): SignatureJudgement {
  const { id = '', timestamp = '', signature = '' } = headers;
  const given = signaturesIn(signature);
  let matches = false;
  for (const key of keys) {
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    for (const one of given) matches = timingSafeEqual(one, expected) || matches;
  }
  if (!matches || !ID.test(id) || !TIMESTAMP.test(timestamp)) return 'invalid';
  const near = clocks.some(
    (now) => Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) <= TOLERANCE_SECONDS,
  );
  return near ? 'valid' : 'out-of-tolerance';
}

/** Those that could be right, decoded; all have the length of a digest, which the comparison needs. */
function signaturesIn(header: string): Buffer[] {
  if (header.length > MAX_HEADER_LENGTH) return [];
  const texts = header.split(' ').flatMap((part) => SIGNATURE.exec(part)?.[1] ?? []);
  return texts.slice(0, MAX_SIGNATURES).map((text) => Buffer.from(text, 'base64'));
}
