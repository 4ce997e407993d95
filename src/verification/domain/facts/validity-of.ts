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
  const { validFrom, issuanceDate, validUntil, expirationDate } = credential;
  const { nbf, exp } = jwtClaims;
  return {
    validFrom: later(later(parseInstant(validFrom), parseInstant(issuanceDate)), instantOfNumericDate(nbf)) ?? null,
    validUntil:
      earlier(earlier(parseInstant(validUntil), parseInstant(expirationDate)), instantOfNumericDate(exp)) ?? null,
  };
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (other.getTime() > one.getTime() ? other : one) : (one ?? other);
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (other.getTime() < one.getTime() ? other : one) : (one ?? other);
}
