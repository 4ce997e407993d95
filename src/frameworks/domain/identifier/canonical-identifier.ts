/**
 * The vocabularies whose identifiers have one spelling here. `uri` is any other absolute URI; `code` is a code of a
 * framework that is known by its name only (an employer's own).
 */
export const IDENTIFIER_SCHEMES = [
  'esco',
  'esco-group',
  'isco',
  'onet',
  'onet-occupation',
  'case',
  'ctid',
  'lightcast',
  'rsd',
  'ccss',
  'sfia',
  'uri',
  'code',
] as const;

export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** One thing of one vocabulary, spelled in the one way that is compared and stored. */
export interface CanonicalIdentifier {
  readonly scheme: IdentifierScheme;
  readonly id: string;
}

/** The identifier as one text, unique over all schemes: `esco:skill/<uuid>`, `onet:2.A.1.a`, `uri:https://...`. */
export function canonicalKey(identifier: CanonicalIdentifier): string {
  return `${identifier.scheme}:${identifier.id}`;
}

/** The reverse of `canonicalKey`; undefined for a text that is no key. */
export function parseCanonicalKey(key: string): CanonicalIdentifier | undefined {
  const colon = key.indexOf(':');
  const scheme = IDENTIFIER_SCHEMES.find((known) => known === key.slice(0, Math.max(colon, 0)));
  const id = key.slice(colon + 1);
  return scheme === undefined || id === '' ? undefined : { scheme, id };
}
