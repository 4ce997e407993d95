import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type ReadDelivery, textAt } from './place.js';
import { readSignature, type ReadSignature } from './read-signature.js';
import { type SignatureScheme, TOLERANCE_SECONDS } from './scheme.js';

/** What a signature says of a delivery. */
export type SignatureJudgement =
  | {
      readonly kind: 'valid';
      readonly scheme: SignatureScheme;
      readonly deliveryId: string;
      /** As the sender says it; undefined where its scheme signs no time. */
      readonly sentAt: Date | undefined;
    }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'out-of-tolerance' };

const ID = /^[\x21-\x7e]{1,255}$/;
const DIGITS = /^\d{1,15}$/;
const INVALID = { kind: 'invalid' } as const;

/**
 * Judges a delivery by one scheme, over the bytes as they came. All keys are tried on every call, so that the time taken
 * does not tell which part was wrong.
 *
 * @param keys decoded secrets, any of which may have signed
 * @param clocks what counts as now; a signed time has to be within 300 seconds of one of them, either way
 */
export function judgeSignature(
  scheme: SignatureScheme,
  delivery: ReadDelivery,
  keys: readonly Buffer[],
  clocks: readonly Date[],
): SignatureJudgement {
  const read = readSignature(scheme, textAt(delivery, scheme.signature));
  const time = timeTextOf(scheme, delivery, read);
  const parts = signedParts(scheme, delivery, time);
  let matches = false;
  for (const key of keys) {
    const expected = digestOf(scheme, key, parts ?? []);
    for (const digest of read.digests) matches = timingSafeEqual(digest, expected) || matches;
  }
  const deliveryId = idOf(scheme, delivery);
  if (!matches || parts === undefined || deliveryId === undefined) return INVALID;
  if (scheme.time === undefined) return { kind: 'valid', scheme, deliveryId, sentAt: undefined };
  if (time === undefined || !DIGITS.test(time)) return INVALID;
  const sentAtMs = Number(time) * (scheme.time.unit === 'seconds' ? 1000 : 1);
  if (!clocks.some((now) => isNear(now, sentAtMs))) return { kind: 'out-of-tolerance' };
  return { kind: 'valid', scheme, deliveryId, sentAt: new Date(sentAtMs) };
}

function timeTextOf(scheme: SignatureScheme, delivery: ReadDelivery, read: ReadSignature): string | undefined {
  if (scheme.time === undefined) return undefined;
  return scheme.time.at === 'pair' ? read.time : textAt(delivery, scheme.time.at);
}

/** @returns undefined when a part that must be there is not */
function signedParts(
  scheme: SignatureScheme,
  delivery: ReadDelivery,
  time: string | undefined,
): (string | Buffer)[] | undefined {
  const parts = scheme.signed.map((part) => {
    if (part === 'body') return delivery.bytes;
    return part === 'timestamp' ? time : textAt(delivery, part);
  });
  if (scheme.missingPartIsEmpty === true) return parts.map((part) => part ?? '');
  return parts.some((part) => part === undefined || part === '') ? undefined : (parts as (string | Buffer)[]);
}

function digestOf(scheme: SignatureScheme, key: Buffer, parts: readonly (string | Buffer)[]): Buffer {
  const hmac = createHmac(scheme.hash, key);
  parts.forEach((part, i) => {
    if (i > 0) hmac.update(scheme.joiner);
    hmac.update(part);
  });
  return hmac.digest();
}

/** @returns undefined for an id that could not be kept */
function idOf(scheme: SignatureScheme, delivery: ReadDelivery): string | undefined {
  const id = scheme.deliveryId.flatMap((place) => textAt(delivery, place) || []).join(':');
  if (id === '') return digestId(delivery.bytes);
  return ID.test(id) ? id : undefined;
}

const digestId = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const isNear = (now: Date, atMs: number): boolean =>
  Math.abs(Math.floor(now.getTime() / 1000) - Math.floor(atMs / 1000)) <= TOLERANCE_SECONDS;
