import { parseCanonicalKey } from './canonical-identifier.js';

/** Where the publishers of the vocabularies say that a thing is; other spellings mean the same. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  uri: (id) => id,
  esco: (id) => `http://data.europa.eu/esco/${id}`,
  'esco-group': (id) => `http://data.europa.eu/esco/${id.startsWith('isced-f/') ? id : `skill/${id}`}`,
  isco: (id) => `http://data.europa.eu/esco/isco/C${id}`,
  case: (id) => `https://caseregistry.imsglobal.org/uri/${id}`,
  ctid: (id) => `https://credentialengineregistry.org/resources/${id}`,
  lightcast: (id) => `https://lightcast.io/open-skills/skills/${id}`,
  onet: (id) => `https://www.onetonline.org/find/descriptor/result/${id}`,
  'onet-occupation': (id) => `https://www.onetonline.org/link/summary/${id}`,
};

/**
 * A URI for a canonical key, which gives the same key when it is read again; a name of our own where the vocabulary has no
 * URIs, such as a code of an employer's framework.
 */
export function uriOfKey(key: string): string {
  const identifier = parseCanonicalKey(key);
  const place = identifier === undefined ? undefined : PLACES[identifier.scheme];
  return identifier === undefined || place === undefined
    ? `urn:credence:key:${encodeURIComponent(key)}`
    : place(identifier.id);
}
