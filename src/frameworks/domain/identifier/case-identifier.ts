import type { CanonicalIdentifier } from './canonical-identifier.js';
import { guidOf } from './guid.js';
import type { ParsedUrl } from './parsed-url.js';

const RESOURCE =
  /^(?:uri|cf(?:items?|documents?|packages?|rubrics?|associations?|rubriccriteri(?:on|a)|rubriccriterionlevels?))$/i;

/**
 * A CASE item (or another resource of CASE) by its GUID: the same item is published on many hosts, so the host does not
 * count. Without one of CASE's own paths, a GUID in the address counts only when the reference says that it is CASE.
 */
export function caseFromUrl(url: ParsedUrl, isSaidToBeCase: boolean): CanonicalIdentifier | undefined {
  for (let at = url.segments.length - 1; at >= 0; at -= 1) {
    const id = guidOf(url.segments[at] ?? '');
    const isUnderResource = RESOURCE.test(url.segments[at - 1] ?? '');
    if (id !== undefined && (isSaidToBeCase || isUnderResource)) return { scheme: 'case', id };
  }
  return undefined;
}

export function caseFromCode(code: string): CanonicalIdentifier | undefined {
  const id = guidOf(code.trim());
  return id === undefined ? undefined : { scheme: 'case', id };
}
