import { parseStrictJson, textOf } from '../strict-json.js';
import { type DigestName, digestOfText } from './digests.js';

/** What a holder chose to show: a claim with its name, or an element of a list without one. */
export interface Disclosure {
  name?: string;
  value: unknown;
}

export type DisclosureReading =
  | { ok: true; byDigest: ReadonlyMap<string, Disclosure> }
  | { ok: false; kind: 'malformed'; code: string; detail: string };

/** Names that have a meaning of their own in the payload, and one that no object may get. */
const reservedNames: readonly unknown[] = ['_sd', '...', '__proto__'];

/** Reads disclosures (RFC 9901 section 4.2): base64url of a list with a salt, maybe a name, and a value. */
export function readDisclosures(texts: readonly string[], algorithm: DigestName): DisclosureReading {
  const byDigest = new Map<string, Disclosure>();
  for (const [index, text] of texts.entries()) {
    const reading = readOne(text);
    if ('problem' in reading) return malformed('disclosure', `disclosure ${index + 1} ${reading.problem}`);
    const digest = digestOfText(text, algorithm);
    if (byDigest.has(digest)) return malformed('disclosure-twice', `disclosure ${index + 1} is there twice`);
    byDigest.set(digest, reading);
  }
  return { ok: true, byDigest };
}

function readOne(text: string): Disclosure | { problem: string } {
  const json = /^[\w-]+$/.test(text) ? textOf(Buffer.from(text, 'base64url')) : undefined;
  if (json === undefined) return { problem: 'is not UTF-8 in base64url' };
  const reading = parseStrictJson(json);
  if (!reading.ok) return { problem: `cannot be read: ${reading.detail}` };
  const parts = reading.value;
  if (!Array.isArray(parts) || (parts.length !== 2 && parts.length !== 3) || typeof parts[0] !== 'string')
    return { problem: 'is no list of a salt, maybe a name, and a value' };
  if (parts.length === 2) return { value: parts[1] as unknown };
  const name: unknown = parts[1];
  if (typeof name !== 'string') return { problem: 'has a name that is no text' };
  return reservedNames.includes(name) ? { problem: 'has a name that is reserved' } : { name, value: parts[2] };
}

function malformed(code: string, detail: string): DisclosureReading {
  return { ok: false, kind: 'malformed', code, detail };
}
