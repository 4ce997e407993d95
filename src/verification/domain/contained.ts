import { passed, warned } from './checks/check.js';
import type { CheckedFinding } from './judge.js';
import { type ContainedDocument, mostContained } from './reading/contained-document.js';
import type { ReadResult } from './reading/read-result.js';

/** The documents inside one that are taken out of it, in order. */
export function takenOut({ contained = [] }: ReadResult, allowed = mostContained): readonly ContainedDocument[] {
  return contained.slice(0, Math.min(allowed, mostContained));
}

/** What is said of the documents inside; they weigh nothing in the verdict on this one. */
export function findingsOnContained(read: ReadResult, allowed?: number): CheckedFinding[] {
  const { contained = [] } = read;
  if (contained.length === 0) return [];
  const taken = takenOut(read, allowed).length;
  if (taken < contained.length) {
    const detail = `${taken} of the documents inside were taken out; the others are too many or too deep in one another`;
    return [{ id: 'contained', ...warned('too-many', detail) }];
  }
  const what = taken === 1 ? 'one document inside is' : `${taken} documents inside are`;
  return [{ id: 'contained', ...passed('taken-out', `${what} judged apart, with a verdict of its own each`) }];
}
