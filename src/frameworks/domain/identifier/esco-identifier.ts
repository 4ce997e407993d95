import type { CanonicalIdentifier } from './canonical-identifier.js';
import { decodeRepeatedly } from './clean-reference.js';
import { guidOf } from './guid.js';
import { isHostOf, type ParsedUrl } from './parsed-url.js';

// ESCO's own URIs, wherever they stand: alone, without the host, or inside the address of a portal page.
const ESCO_PATH = /(?:^|[/:]{1,2}|\bdata\.europa\.eu\/+)esco\/+(skill|occupation|isco|isced-f)\/+([^/?#&\s]+)/i;
const GROUP_CODE = /^(?:S\d{1,2}|T\d|K\d{1,4}|L\d?)(?:\.\d{1,2}){0,3}$/i;
const ISCO_CODE = /^C?(\d{1,4})((?:\.\d{1,2}){0,5})$/i;

/** ESCO concept, group or occupation behind a web address: data.europa.eu itself or a page of an EU portal about it. */
export function escoFromUrl(url: ParsedUrl): CanonicalIdentifier | undefined {
  if (!isHostOf(url.host, 'europa.eu')) return undefined;
  for (const text of [...url.queryValues, `/${url.segments.join('/')}`, url.url.hash]) {
    const found = escoFromPath(decodeRepeatedly(text));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `/esco/skill/<uuid>`, `/esco/isco/C7121` ... as they stand in a longer text or alone, without any host. */
export function escoFromPath(text: string): CanonicalIdentifier | undefined {
  const match = ESCO_PATH.exec(text);
  const kind = match?.[1]?.toLowerCase();
  const id = match?.[2]?.trim();
  if (kind === undefined || id === undefined || id === '') return undefined;
  if (kind === 'isco') return iscoFromCode(id);
  if (kind === 'isced-f') return { scheme: 'esco-group', id: `isced-f/${id.toLowerCase()}` };
  if (kind === 'skill' && GROUP_CODE.test(id)) return { scheme: 'esco-group', id: id.toUpperCase() };
  return { scheme: 'esco', id: `${kind}/${guidOf(id.slice(0, 36)) ?? id.toLowerCase()}` };
}

/** A code of the framework ESCO: a concept's uuid, a group's code (`S5.6.1`), or an occupation's (`2512.4`, `C7121`). */
export function escoFromCode(code: string): CanonicalIdentifier | undefined {
  const path = escoFromPath(/^(?:skill|occupation|isco|isced-f)\//i.test(code) ? `/esco/${code}` : code);
  if (path !== undefined) return path;
  const guid = guidOf(code);
  if (guid !== undefined) return { scheme: 'esco', id: `skill/${guid}` };
  if (GROUP_CODE.test(code)) return { scheme: 'esco-group', id: code.toUpperCase() };
  return iscoFromCode(code);
}

/** An ISCO-08 group, or an ESCO occupation's code, which continues it: `7121`, `C7121`, `2166.3`. */
export function iscoFromCode(code: string): CanonicalIdentifier | undefined {
  const match = ISCO_CODE.exec(code.trim());
  return match === null ? undefined : { scheme: 'isco', id: `${match[1]}${match[2] ?? ''}` };
}
