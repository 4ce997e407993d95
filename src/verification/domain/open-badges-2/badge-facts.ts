import type { CredentialFacts, IdentifierFacts, SubjectFacts } from '../facts/credential-facts.js';
import { factsOf } from '../facts/facts-of.js';
import { type JsonObject, isObject, listOf } from '../json.js';
import { isIdentityHash } from '../recipient/identity-hash.js';
import { readDate } from './upgrade/upgrade-dates.js';

/** Names that badges before 3.0 have for kinds of identities, and the ones that 3.0 gave them. */
const identityTypes: ReadonlyMap<string, string> = new Map([
  ['email', 'emailAddress'],
  ['schema:email', 'emailAddress'],
  ['id', 'identifier'],
  ['url', 'identifier'],
]);

/**
 * What a badge says, in the same form as a credential's facts.
 *
 * @param resolved the assertion in the words of 2.0, with the BadgeClass and the issuer's profile written out in it
 * @param handedIn what was handed in, whose dates bound the validity too: nothing said twice makes a badge valid for longer
 */
export function factsOfBadge(resolved: JsonObject, handedIn: JsonObject): CredentialFacts {
  const badge = isObject(resolved.badge) ? resolved.badge : {};
  const asCredential = {
    ...resolved,
    issuer: badge.issuer,
    credentialSubject: { achievement: badge },
    validFrom: undefined,
    validUntil: undefined,
    name: badge.name,
  };
  const { dataModel: _ofW3c, ...facts } = factsOf(asCredential);
  return {
    ...facts,
    subjects: [subjectOf(identifiersIn(resolved.recipient))],
    validFrom: outermost([resolved.issuedOn, handedIn.issuedOn], (one, best) => one > best),
    validUntil: outermost([resolved.expires, handedIn.expires], (one, best) => one < best),
  };
}

/** A recipient who is named by a plain URI has it for an id, so that issuers are seen to award themselves. */
function subjectOf(identifiers: IdentifierFacts[]): SubjectFacts {
  const plain = identifiers.find(
    ({ type, value, hashed }) => type === 'identifier' && !hashed && !isIdentityHash(value),
  );
  return { ...(plain && { id: plain.value }), identifiers };
}

function identifiersIn(recipient: unknown): IdentifierFacts[] {
  return listOf(recipient)
    .filter(isObject)
    .slice(0, 10)
    .flatMap(({ identity, type, hashed, salt }) => {
      if (typeof identity !== 'string') return [];
      const name = listOf(type).find((it) => typeof it === 'string');
      return [
        {
          value: identity,
          hashed: hashed === true || hashed === 'true',
          ...(name !== undefined && { type: identityTypes.get(name) ?? name }),
          ...(typeof salt === 'string' && { salt }),
        },
      ];
    });
}

function outermost(dates: unknown[], isBetter: (one: Date, best: Date) => boolean): Date | null {
  return dates.reduce<Date | null>((best, value) => {
    const { instant } = readDate(value);
    return instant && (!best || isBetter(instant, best)) ? instant : best;
  }, null);
}
