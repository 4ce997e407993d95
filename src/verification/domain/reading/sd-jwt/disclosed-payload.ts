import { type JsonObject, isObject } from '../../json.js';
import { quoted } from '../../quoted.js';
import type { Disclosure } from './disclosures.js';

export type DisclosedPayload =
  | { ok: true; claims: JsonObject; digests: number; used: number }
  | { ok: false; kind: 'malformed'; code: string; detail: string };

/** What decides about validity and identity must be seen by everybody, so the issuer may not leave it to the holder. */
const neverDisclosed = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg']);
/** As deep as JSON may be without disclosures; one inside another must not go around that. */
const maxDepth = 64;

/**
 * The payload of an SD-JWT with the disclosures in place of their digests and all digests gone. A digest without a
 * disclosure is a decoy or something that the holder kept back, and leaves nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9901 section 7.1, steps 3 and 4
 */
export function disclosedPayload(payload: JsonObject, byDigest: ReadonlyMap<string, Disclosure>): DisclosedPayload {
  const placing = new Placing(byDigest);
  try {
    const claims = placing.object(payload, 0);
    delete claims._sd_alg;
    return { ok: true, claims, digests: placing.seen.size, used: placing.used.size };
  } catch (error) {
    if (error instanceof PlacingFault) return { ok: false, kind: 'malformed', code: error.code, detail: error.message };
    throw error;
  }
}

class PlacingFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class Placing {
  readonly used = new Set<string>();
  readonly seen = new Set<string>();

  constructor(private readonly byDigest: ReadonlyMap<string, Disclosure>) {}

  object(source: JsonObject, depth: number): JsonObject {
    if (depth > maxDepth) throw new PlacingFault('too-deep', `more than ${maxDepth} levels deep, disclosures included`);
    if ('...' in source) throw new PlacingFault('misplaced-digest', 'a digest of a list stands outside of one');
    const { _sd: digests = [], ...plain } = source;
    const placed: JsonObject = {};
    for (const [name, value] of Object.entries(plain)) placed[name] = this.value(value, depth + 1);
    if (!Array.isArray(digests)) throw new PlacingFault('malformed-digests', '"_sd" is no list');
    for (const digest of digests as unknown[]) {
      const disclosure = this.take(digest);
      if (disclosure) this.place(disclosure, placed, depth);
    }
    return placed;
  }

  private place({ name, value }: Disclosure, into: JsonObject, depth: number): void {
    if (name === undefined)
      throw new PlacingFault('disclosure', 'an element of a list is disclosed where a claim should be');
    if (Object.hasOwn(into, name))
      throw new PlacingFault('claim-twice', `the claim ${quoted(name)} is disclosed beside another of that name`);
    if (depth === 0 && neverDisclosed.has(name))
      throw new PlacingFault('disclosed-claim', `the claim ${quoted(name)} may not be left to the holder`);
    into[name] = this.value(value, depth + 1);
  }

  private value(value: unknown, depth: number): unknown {
    if (Array.isArray(value)) return this.list(value as unknown[], depth);
    return isObject(value) ? this.object(value, depth) : value;
  }

  private list(elements: readonly unknown[], depth: number): unknown[] {
    if (depth > maxDepth) throw new PlacingFault('too-deep', `more than ${maxDepth} levels deep, disclosures included`);
    const placed: unknown[] = [];
    for (const element of elements) {
      if (!isObject(element) || !('...' in element)) {
        placed.push(this.value(element, depth + 1));
        continue;
      }
      if (Object.keys(element).length !== 1)
        throw new PlacingFault('misplaced-digest', 'a digest in a list has something beside it');
      const disclosure = this.take(element['...']);
      if (!disclosure) continue;
      if (disclosure.name !== undefined)
        throw new PlacingFault('disclosure', 'a claim is disclosed where an element of a list should be');
      placed.push(this.value(disclosure.value, depth + 1));
    }
    return placed;
  }

  private take(digest: unknown): Disclosure | undefined {
    if (typeof digest !== 'string') throw new PlacingFault('malformed-digests', 'a digest is no text');
    if (this.seen.has(digest)) throw new PlacingFault('digest-twice', 'a digest stands in the SD-JWT twice');
    this.seen.add(digest);
    const disclosure = this.byDigest.get(digest);
    if (disclosure) this.used.add(digest);
    return disclosure;
  }
}
