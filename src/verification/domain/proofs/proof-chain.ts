import { type JsonObject, isObject, listOf } from '../json.js';
import { quoted } from '../quoted.js';

export type ChainReading = { ok: true; builtOn: JsonObject[] } | { ok: false; detail: string };

/**
 * The proofs that a proof builds on by `previousProof`: its signature covers them together with the document.
 *
 * Each named id must be that of exactly one other proof. A circle needs no rule: a signature in it would have to cover
 * itself, so none of them can hold.
 *
 * @see https://www.w3.org/TR/vc-data-integrity/#proof-chains
 */
export function previousProofsOf(proof: JsonObject, all: readonly unknown[]): ChainReading {
  const builtOn: JsonObject[] = [];
  for (const id of listOf(proof.previousProof)) {
    if (typeof id !== 'string')
      return { ok: false, detail: 'the proof names an earlier proof by something else than its id' };
    const named = all.filter(isObject).filter((other) => other !== proof && other.id === id);
    const [previous] = named;
    if (!previous) return { ok: false, detail: `the proof builds on the proof ${quoted(id)}, which is not there` };
    if (named.length > 1)
      return { ok: false, detail: `several proofs have the id ${quoted(id)}, on which another builds` };
    builtOn.push(previous);
  }
  return { ok: true, builtOn };
}
