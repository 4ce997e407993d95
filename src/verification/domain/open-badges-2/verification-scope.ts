import { type JsonObject, isObject, listOf } from '../json.js';
import { isSameAuthority, isWebAddress, overHttps } from './badge-address.js';

/** Values of a scope that are looked at. */
const mostValues = 50;

/**
 * Whether an issuer lets its hosted badges be published at an address: as its profile says by `startsWith` and
 * `allowedOrigins`, which must both hold where both are given; without them, at the host of the profile itself.
 *
 * @param profileAddress where the profile was found
 * @see https://www.imsglobal.org/spec/ob/v2p0/ VerificationObject
 */
export function isInScope(address: string, profile: JsonObject, profileAddress: string): boolean {
  const scope = isObject(profile.verification) ? profile.verification : {};
  const prefixes = textsIn(scope.startsWith);
  const origins = textsIn(scope.allowedOrigins);
  if (prefixes.length === 0 && origins.length === 0) return isSameAuthority(address, profileAddress);
  return (
    (prefixes.length === 0 || prefixes.some((prefix) => startsWith(address, prefix))) &&
    (origins.length === 0 || origins.some((origin) => isAt(address, origin)))
  );
}

function textsIn(value: unknown): string[] {
  return listOf(value)
    .filter((it) => typeof it === 'string')
    .slice(0, mostValues);
}

/** A prefix without a path means the whole host, and not every host whose name goes on from there. */
function startsWith(address: string, prefix: string): boolean {
  return isWebAddress(prefix) && overHttps(address).startsWith(overHttps(prefix));
}

/** A host name, with or without the port and the scheme before it. */
function isAt(address: string, origin: string): boolean {
  const named = /^https?:\/\//i.test(origin) ? origin : `https://${origin}`;
  if (!URL.canParse(named) || origin.trim() === '') return false;
  return new URL(overHttps(named)).host === new URL(overHttps(address)).host;
}
