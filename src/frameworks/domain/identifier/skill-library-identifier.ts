import type { CanonicalIdentifier } from './canonical-identifier.js';
import { guidOf } from './guid.js';
import { isHostOf, type ParsedUrl } from './parsed-url.js';

const LIGHTCAST_HOSTS = ['emsidata.com', 'lightcast.io', 'lightcast.dev', 'emsiservices.com', 'economicmodeling.com'];
const LIGHTCAST_ID = /^(?:KS|ES|BGS?)(?=[0-9A-Z]*\d)[0-9A-Z]{12,22}$/i;

/** Lightcast (formerly Emsi) skill behind a page or an API address of theirs. */
export function lightcastFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  if (!LIGHTCAST_HOSTS.some((domain) => isHostOf(url.host, domain))) return undefined;
  return url.segments.map(lightcastFromCode).find((found) => found !== undefined);
}

export function lightcastFromCode(code: string): CanonicalIdentifier | undefined {
  const text = code.trim();
  return LIGHTCAST_ID.test(text) ? { scheme: 'lightcast', id: text.toUpperCase() } : undefined;
}

/** `KS` and 18 more characters: the one form of theirs that nobody else uses, so it needs no framework beside it. */
export const isUnmistakableLightcast = (code: string): boolean => /^KS(?=[0-9A-Z]*\d)[0-9A-Z]{18}$/i.test(code.trim());

/**
 * A rich skill descriptor of an open skills library: `/api/skills/<uuid>`, versioned or not, or its page
 * `/skills/<uuid>`. The library is part of the identity, for two libraries may describe different things.
 */
export function rsdFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  const match = /^(?:api\/(?:v\d+\/)?)?skills\/([^/]+)$/i.exec(url.segments.join('/'));
  const id = match === null ? undefined : guidOf(match[1] ?? '');
  return id === undefined ? undefined : { scheme: 'rsd', id: `${url.host}/${id}` };
}
