import { decodeRepeatedly } from './clean-reference.js';

/** A web address taken apart for the rules that look for an identifier in it. */
export interface ParsedUrl {
  /** Lower-case, with the port unless it is the scheme's own, without `www.`. */
  readonly host: string;
  /** Decoded path segments without the empty ones. */
  readonly segments: readonly string[];
  /** Decoded values of the query, in order. */
  readonly queryValues: readonly string[];
  readonly url: URL;
}

/**
 * A web address that people write with or without `http://`; undefined for everything else.
 * A relative path is resolved against nothing and therefore refused.
 */
export function parseWebUrl(text: string): ParsedUrl | undefined {
  const url = asUrl(text);
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') {
    return undefined;
  }
  // The WHATWG parser keeps a port that is not the scheme's own; http on 443 (and the reverse) stays visible.
  const host = url.host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.(?=:|$)/, '');
  return {
    host,
    segments: url.pathname
      .split('/')
      .map(decodeRepeatedly)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    queryValues: [...url.searchParams.values()].map(decodeRepeatedly),
    url,
  };
}

/** Whether a host is this domain or one below it. */
export const isHostOf = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

function asUrl(text: string): URL | undefined {
  const withScheme = /^\/\//.test(text)
    ? `https:${text}`
    : /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/.test(text)
      ? `https://${text}`
      : text;
  return URL.canParse(withScheme) ? new URL(withScheme) : undefined;
}
