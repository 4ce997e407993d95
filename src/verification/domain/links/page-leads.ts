import { type HtmlTag, tagsIn } from './html-tags.js';

/** Where a page says that its credential is: in the page, or at an address. */
export interface PageLeads {
  /** Texts of scripts of JSON. */
  embedded: string[];
  /** In the order in which they are tried. */
  addresses: { url: string; kind: 'json' | 'image' }[];
}

/** Scripts and addresses of one page that are looked at. */
const mostEmbedded = 20;
const mostOfKind = 3;

const json = /^application\/(?:[a-z0-9.-]+\+)?json\b/i;

/**
 * What a page that shows a badge offers to machines: JSON in a script; alternates of the page in JSON; its own address as
 * issuers' platforms have it in JSON (`?v=2_0`, `.json`); and its picture, which may be a baked badge.
 *
 * @param pageUrl where the page came from; addresses in it are relative to that
 */
export function leadsOf(html: string, pageUrl: string): PageLeads {
  const embedded: string[] = [];
  const alternates: string[] = [];
  const images: string[] = [];
  for (const tag of tagsIn(html)) {
    if (tag.name === 'script' && json.test(typeOf(tag)) && embedded.length < mostEmbedded)
      embedded.push(tag.text.trim());
    if (tag.name === 'link' && isAlternate(tag)) alternates.push(tag.attributes.get('href') ?? '');
    if (tag.name === 'meta' && isPicture(tag)) images.push(tag.attributes.get('content') ?? '');
  }
  return {
    embedded,
    addresses: [
      ...resolved(alternates, pageUrl).map((url) => ({ url, kind: 'json' as const })),
      ...inJson(pageUrl).map((url) => ({ url, kind: 'json' as const })),
      ...resolved(images, pageUrl).map((url) => ({ url, kind: 'image' as const })),
    ],
  };
}

function typeOf({ attributes }: HtmlTag): string {
  return attributes.get('type')?.trim() ?? '';
}

function isAlternate(tag: HtmlTag): boolean {
  const rel = tag.attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  return rel.includes('alternate') && json.test(typeOf(tag));
}

function isPicture({ attributes }: HtmlTag): boolean {
  const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
  return ['og:image', 'og:image:secure_url', 'og:image:url', 'twitter:image'].includes(name);
}

/** Web addresses only, each once. */
function resolved(addresses: readonly string[], pageUrl: string): string[] {
  const urls = addresses
    .filter((address) => address !== '' && URL.canParse(address, pageUrl))
    .map((address) => new URL(address, pageUrl).href);
  return [...new Set(urls)].filter((url) => /^https?:/.test(url)).slice(0, mostOfKind);
}

function inJson(pageUrl: string): string[] {
  const versioned = new URL(pageUrl);
  versioned.searchParams.set('v', '2_0');
  const named = new URL(pageUrl);
  if (/\.[a-z0-9]{1,5}$|\/$/i.test(named.pathname)) return [versioned.href];
  named.pathname += '.json';
  return [versioned.href, named.href];
}
