import { createHash } from 'node:crypto';
import type { Claim } from '../claims/claim.js';
import { identifierKeysOf, labelsOf } from '../mapping/claim-queries.js';

/**
 * What makes two claims the same statement for a person who decides on one of them: the same identifier and the same
 * words as they are compared. Who stated it counts too: what a decision says of an issuer's word it does not say of a
 * program's guess, and a sentence in prose is not a listed skill.
 *
 * @returns 64 hexadecimal digits, the same length for every claim
 */
export function claimKey(claim: Claim): string {
  const identifier = identifierKeysOf(claim)[0] ?? claim.uri ?? claim.code ?? null;
  const words = labelsOf(claim)[0] ?? claim.text.trim();
  const place = claim.kind === 'narrative' ? 'prose' : 'listed';
  return createHash('sha256')
    .update(JSON.stringify([claim.origin, place, identifier, words]))
    .digest('hex');
}
