import { type JsonObject, isObject } from '../../json.js';
import { isIdentityHash } from '../../recipient/identity-hash.js';
import { type BadgeGeneration, generationOf } from './generation.js';
import { readDate } from './upgrade-dates.js';

export const openBadgesContext = 'https://w3id.org/openbadges/v2';

export interface UpgradedAssertion {
  /** In the words of 2.0; what an older generation does not say stays unsaid. */
  assertion: JsonObject;
  /** In whose words it was written. */
  generation: BadgeGeneration;
}

/**
 * An assertion of any generation before 3.0 in the words of 2.0. One that is already of 2.0 stays as it is, except that
 * `verify`, the older name of `verification`, is understood.
 */
export function upgradeAssertion(original: JsonObject): UpgradedAssertion {
  const generation = generationOf(original);
  if (generation === '2.0') return { assertion: withVerification(original), generation };
  const { verify, verification, salt, issued_on, issuedOn, expires, recipient, ...rest } = original;
  const stated = isObject(verification) ? verification : isObject(verify) ? verify : undefined;
  const address = stated?.type === 'signed' ? undefined : stated?.url;
  const id = original.id ?? address;
  const issued = issuedOn ?? issued_on;
  return {
    generation,
    assertion: {
      ...rest,
      '@context': openBadgesContext,
      type: 'Assertion',
      ...(id !== undefined && { id }),
      ...(recipient !== undefined && {
        recipient: generation === '0.5' ? upgradeRecipient(recipient, salt) : recipient,
      }),
      ...(issued !== undefined && { issuedOn: readDate(issued).value }),
      ...(expires !== undefined && { expires: readDate(expires).value }),
      verification: upgradeVerification(stated),
    },
  };
}

function withVerification(original: JsonObject): JsonObject {
  const { verify, verification } = original;
  return verification === undefined && isObject(verify)
    ? { ...original, verification: upgradeVerification(verify) }
    : original;
}

/** 0.5 has the address or its hash as a text, and the salt beside it; later a text is a mistake. */
function upgradeRecipient(recipient: unknown, salt: unknown): unknown {
  if (typeof recipient !== 'string') return recipient;
  return {
    type: 'email',
    identity: recipient,
    hashed: isIdentityHash(recipient),
    ...(typeof salt === 'string' && { salt }),
  };
}

/** In 1.x the address of the key stands where a hosted badge has its own; 0.5 knows hosted badges only. */
function upgradeVerification(stated: JsonObject | undefined): JsonObject {
  if (stated?.type === 'signed') return { type: 'signed', ...(stated.url !== undefined && { creator: stated.url }) };
  return { ...stated, type: stated?.type ?? 'hosted' };
}
