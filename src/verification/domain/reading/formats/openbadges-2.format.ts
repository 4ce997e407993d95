import { contextUrlsOf, hasType, type JsonObject, typesOf } from '../../json.js';
import { aboutFormat, type Format } from '../format.js';

/** Documents that belong to a badge and award nothing to anybody by themselves. */
const parts = ['BadgeClass', 'Issuer', 'Profile', 'Endorsement', 'RevocationList', 'CryptographicKey'];

/** An Open Badges 2.0 or 2.1 assertion, hosted or signed. */
export const openBadges2: Format = {
  about: aboutFormat('openbadges-2', 'verified'),
  read({ json, jws }) {
    if (!json || !isOpenBadges2(json)) return undefined;
    const part = typesOf(json).find((type) => parts.includes(type));
    if (part !== undefined) {
      const detail = `this is a document of the type ${part}; hand in the assertion, which says who earned the badge`;
      return { kind: 'unsupported', format: 'openbadges-2', detail };
    }
    return { kind: 'badge', format: 'openbadges-2', assertion: json, ...(jws && { jws }) };
  },
};

function isOpenBadges2(json: JsonObject): boolean {
  const contexts = contextUrlsOf(json);
  if (contexts.some((url) => /^https?:\/\/w3id\.org\/openbadges\/(?!v1\b)/.test(url))) return true;
  return hasType(json, 'Assertion') && !contexts.some((url) => url.endsWith('/openbadges/v1'));
}
