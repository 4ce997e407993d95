import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, idOf, isObject } from '../json.js';
import { isSameAddress, isWebAddress } from './badge-address.js';

export interface Differences {
  /** What tells one badge from another: who it is for, what it is for, who gave it. */
  decisive: string[];
  /** What an issuer may well have changed since: dates, evidence, pictures, texts. */
  minor: string[];
}

const decided: readonly string[] = ['@context', 'type', 'id', 'recipient', 'badge', 'verification', 'verify'];
const mostNamed = 10;

/**
 * What differs between an assertion that was handed in and the one that its issuer publishes, both in the words of 2.0.
 *
 * Salts and ways of hashing may change from one answer of a host to the next, so recipients differ only where both say the
 * same thing in the same way; a part written out here and named there is the same while its id is.
 */
export function differencesOf(handedIn: JsonObject, published: JsonObject): Differences {
  const decisive = [
    ...(isOtherRecipient(handedIn.recipient, published.recipient) ? ['recipient'] : []),
    ...(isOtherPart(handedIn.badge, published.badge) ? ['badge'] : []),
    ...(isOtherPart(issuerIn(handedIn.badge), issuerIn(published.badge)) ? ['badge.issuer'] : []),
  ];
  const names = [...new Set([...Object.keys(handedIn), ...Object.keys(published)])];
  const minor = names.filter((name) => !decided.includes(name) && !isDeepStrictEqual(handedIn[name], published[name]));
  return { decisive, minor: [...minor, ...differencesInBadge(handedIn.badge, published.badge)].slice(0, mostNamed) };
}

function isOtherRecipient(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other) || typeof one.identity !== 'string' || typeof other.identity !== 'string')
    return false;
  if (typeof one.type === 'string' && typeof other.type === 'string' && one.type !== other.type) return true;
  const isComparable =
    algorithmOf(one.identity) === algorithmOf(other.identity) && (one.salt ?? '') === (other.salt ?? '');
  return isComparable && one.identity.toLowerCase() !== other.identity.toLowerCase();
}

function algorithmOf(identity: string): string {
  return /^(\w+)\$/.exec(identity)?.[1]?.toLowerCase() ?? '';
}

function isOtherPart(one: unknown, other: unknown): boolean {
  const [a, b] = [idOf(one), idOf(other)];
  return isWebAddress(a) && isWebAddress(b) && !isSameAddress(a, b);
}

function issuerIn(badge: unknown): unknown {
  return isObject(badge) ? badge.issuer : undefined;
}

/** Where both write the badge out, what it says is compared too. */
function differencesInBadge(one: unknown, other: unknown): string[] {
  if (!isObject(one) || !isObject(other)) return [];
  return Object.keys({ ...one, ...other })
    .filter(
      (name) => !['@context', 'type', 'id', 'issuer'].includes(name) && !isDeepStrictEqual(one[name], other[name]),
    )
    .map((name) => `badge.${name}`);
}
