import type { CanonicalIdentifier } from './canonical-identifier.js';
import { isHostOf, type ParsedUrl } from './parsed-url.js';

/** A Common Core standard behind its page: corestandards.org/ELA-Literacy/RST/11-12/3. */
export function ccssFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  const isTheirs = isHostOf(url.host, 'corestandards.org') || isHostOf(url.host, 'thecorestandards.org');
  return isTheirs && url.segments.length >= 3 ? ccssFromCode(url.segments.join('.')) : undefined;
}

/**
 * A Common Core code, with or without `CCSS.` before it. Pages, packages and badges set dots, hyphens and slashes
 * differently (`HSF-IF.C.8b`, `/HSF/IF/C/8/b/`), so separators are kept only where they part two numbers.
 */
export function ccssFromCode(code: string): CanonicalIdentifier | undefined {
  const bare = code
    .trim()
    .toUpperCase()
    .replace(/^CCSS[\s.:/_-]*/, '');
  if (!/^(?:ELA|MATH)[\w\s./:-]*\d[A-Z]?[\w\s./:-]*$/.test(bare)) return undefined;
  const joined = bare.replace(/(\d)[^A-Z0-9]+(?=\d)/g, '$1.').replace(/[^A-Z0-9.]+/g, '');
  return { scheme: 'ccss', id: joined.replace(/(?<!\d)\.|\.(?!\d)/g, '') };
}
