import { createHash } from 'node:crypto';

/** Links of one credential that are looked at; the rest is left alone. */
export const mostLinks = 10;

/** By which a link is known, since one may be a whole picture written as an address. */
export function evidenceLinkKey(url: string): string {
  return createHash('sha256').update(url).digest('hex');
}

/** Where evidence lies that can be looked at, each address once. Names (`urn:`) and texts lead nowhere. */
export function evidenceLinksOf(evidence: readonly { id?: string }[]): string[] {
  const urls = evidence.flatMap(({ id }) => (id !== undefined && /^(https?|data):/i.test(id) ? [id] : []));
  return [...new Set(urls)].slice(0, mostLinks);
}
