/** The media type that says "this is where to fetch it". */
export const LINK_TYPE = 'application/vnd.credence.link+json';

/** Media types of documents that may hold a credential. The content decides what a document is; these open the door. */
export const ACCEPTED_TYPES: readonly string[] = [
  'application/json',
  'application/ld+json',
  'application/vc+ld+json',
  'application/vc',
  'application/jwt',
  'application/vc+jwt',
  'application/vc+sd-jwt',
  'application/dc+sd-jwt',
  'text/plain',
  'image/png',
  'image/svg+xml',
  LINK_TYPE,
];

/**
 * The accepted media type that a Content-Type header names (RFC 9110 section 8.3), or undefined.
 *
 * @param header as received, parameters such as charset included
 */
export function acceptedType(header: string | undefined): string | undefined {
  const type = header?.split(';', 1)[0]?.trim().toLowerCase();
  return ACCEPTED_TYPES.find((accepted) => accepted === type);
}
