import { createHash } from 'node:crypto';
import canonicalizeJson from 'canonicalize';
import type { AuditEvent, AuditLink } from './audit-event.js';

// The package is CommonJS and its types speak of an ES module, whose default would be the function.
const canonicalize = canonicalizeJson as unknown as (value: unknown) => string | undefined;

/** What stands before the first event: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32);

/** `SHA-256(previous hash || JCS(event))`, with the JSON Canonicalization Scheme of RFC 8785. */
export function hashOf(previousHash: Buffer, event: AuditEvent): Buffer {
  const text = canonicalize(event);
  if (text === undefined) throw new Error('an audit event is a JSON object');
  return createHash('sha256').update(previousHash).update(text, 'utf8').digest();
}

/** The link that follows `last` (undefined: there is none yet). */
export function linkAfter(last: AuditLink | undefined, event: AuditEvent): AuditLink {
  const previousHash = last?.hash ?? GENESIS;
  return { sequence: (last?.sequence ?? 0) + 1, eventId: event.id, previousHash, hash: hashOf(previousHash, event) };
}

export type BreakReason = 'sequence-gap' | 'previous-hash-differs' | 'event-missing' | 'hash-differs';

/**
 * What is wrong with a link, if anything.
 *
 * @param last the link before it, undefined at the beginning
 * @param event the event that it names, undefined when that is gone
 */
export function breakOf(
  last: AuditLink | undefined,
  link: AuditLink,
  event: AuditEvent | undefined,
): BreakReason | undefined {
  if (link.sequence !== (last?.sequence ?? 0) + 1) return 'sequence-gap';
  if (!link.previousHash.equals(last?.hash ?? GENESIS)) return 'previous-hash-differs';
  if (event === undefined) return 'event-missing';
  return link.hash.equals(hashOf(link.previousHash, event)) ? undefined : 'hash-differs';
}
