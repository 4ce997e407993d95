import { caseFromUrl } from './case-identifier.js';
import type { CanonicalIdentifier } from './canonical-identifier.js';
import { ctidFromUrl } from './credential-engine-identifier.js';
import { escoFromPath, escoFromUrl } from './esco-identifier.js';
import { onetFromUrl } from './onet-identifier.js';
import { parseWebUrl, type ParsedUrl } from './parsed-url.js';
import { ccssFromUrl } from './school-standard.js';
import { sfiaFromUrl } from './sfia-identifier.js';
import { lightcastFromUrl, rsdFromUrl } from './skill-library-identifier.js';

// The first that recognises the address decides; those bound to a host stand before those that look at the path only.
const READERS: readonly ((url: ParsedUrl) => CanonicalIdentifier | undefined)[] = [
  escoFromUrl,
  onetFromUrl,
  ccssFromUrl,
  lightcastFromUrl,
  sfiaFromUrl,
  ctidFromUrl,
];

/** The thing of a known vocabulary behind an address; undefined when the address says nothing of that kind. */
export function identifierOfUrl(text: string, isSaidToBeCase: boolean): CanonicalIdentifier | undefined {
  const url = parseWebUrl(text);
  // Issuers also paste only the path of ESCO's URIs.
  if (url === undefined)
    return /^\/?esco\/|^esco:(?:skill|occupation|isco)\//i.test(text)
      ? escoFromPath(`/${text.replace(':', '/')}`)
      : undefined;
  for (const read of READERS) {
    const found = read(url);
    if (found !== undefined) return found;
  }
  return caseFromUrl(url, isSaidToBeCase) ?? rsdFromUrl(url);
}
