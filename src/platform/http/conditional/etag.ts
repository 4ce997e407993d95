import { DomainError, Malformed } from '../../errors/index.js';

class IfMatchRequired extends DomainError {
  readonly kind = 'precondition-required';
  readonly code = 'if-match-required';

  constructor() {
    super('Send the ETag of the version you changed in If-Match, so that nobody else’s change is overwritten.');
  }
}

class VersionIsStale extends DomainError {
  readonly kind = 'stale';
  readonly code = 'version-is-stale';

  constructor() {
    super('It was changed since you read it. Read it again, apply your change and send the new ETag.');
  }
}

const ENTITY_TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;
const MAX_HEADER_LENGTH = 4096;

/** The strong entity tag (RFC 9110 section 8.8.3) of a row version. */
export const etagOf = (rowVersion: number | string): string => `"${rowVersion}"`;

/**
 * Lets a change pass only when the sender knows the version that it changes. `*` says "whatever is there" and passes;
 * weak tags never do (RFC 9110 section 13.1.1).
 *
 * @param header the If-Match header as received
 * @param current row version of what is stored
 * @throws {IfMatchRequired} 428, {VersionIsStale} 412, {Malformed} 400
 */
export function requireIfMatch(header: string | undefined, current: number | string): void {
  if (header === undefined || header.trim() === '') throw new IfMatchRequired();
  if (header.trim() === '*') return;
  if (!tagsOf(header, 'If-Match').includes(etagOf(current))) throw new VersionIsStale();
}

/** Whether If-None-Match names the tag, weakly compared (RFC 9110 section 13.1.2); unreadable headers name nothing. */
export function isNotModified(header: string | undefined, etag: string): boolean {
  if (header === undefined || header.length > MAX_HEADER_LENGTH) return false;
  if (header.trim() === '*') return true;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => opaque(tag) === opaque(etag));
}

function tagsOf(header: string, name: string): string[] {
  const tags = header.split(',').map((tag) => tag.trim());
  if (header.length > MAX_HEADER_LENGTH || !tags.every((tag) => ENTITY_TAG.test(tag))) {
    throw new Malformed('invalid-etag', `${name} must be one or more entity tags in double quotes, as ETag gave them.`);
  }
  return tags;
}
