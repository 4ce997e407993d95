import { contextUrlsOf, isObject, type JsonObject } from '../../json.js';
import { aboutFormat, type Format } from '../format.js';

/**
 * Open Badges 0.5, 1.0 and 1.1: known by the pair of badge and recipient, or by the address in `verify`, which is all that
 * some images carry; only 1.1 has a context.
 */
export const openBadges1: Format = {
  about: aboutFormat('openbadges-1', 'verified'),
  read({ json, jws }) {
    if (!json || !isOpenBadges1(json)) return undefined;
    return { kind: 'badge', format: 'openbadges-1', assertion: json, ...(jws && { jws }) };
  },
};

function isOpenBadges1(json: JsonObject): boolean {
  if (contextUrlsOf(json).some((url) => url.endsWith('/openbadges/v1'))) return true;
  if (json.badge !== undefined && json.recipient !== undefined) return true;
  return isObject(json.verify) && typeof json.verify.url === 'string';
}
