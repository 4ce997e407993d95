import { instantOfNumericDate, parseInstant } from '../instant.js';
import type { JsonObject } from '../json.js';

/**
 * When a credential is valid by all that it says: `validFrom` and `validUntil` of the data model 2.0, `issuanceDate` and
 * `expirationDate` of 1.1, `nbf` and `exp` of the JWT around it. Of several starts the latest counts, of several ends
 * the earliest, so nothing said twice makes a credential valid for longer.
 */
export function validityOf(
  credential: JsonObject,
  jwtClaims: JsonObject = {},
): { validFrom: Date | null; validUntil: Date | null } {
  const starts = [
    parseInstant(credential.validFrom),
    parseInstant(credential.issuanceDate),
    instantOfNumericDate(jwtClaims.nbf),
  ];
  const ends = [
    parseInstant(credential.validUntil),
    parseInstant(credential.expirationDate),
    instantOfNumericDate(jwtClaims.exp),
  ];
  return { validFrom: last(starts), validUntil: first(ends) };
}

function last(instants: readonly (Date | undefined)[]): Date | null {
  let best: Date | null = null;
  for (const it of instants) if (it && (!best || it.getTime() > best.getTime())) best = it;
  return best;
}

function first(instants: readonly (Date | undefined)[]): Date | null {
  let best: Date | null = null;
  for (const it of instants) if (it && (!best || it.getTime() < best.getTime())) best = it;
  return best;
}
