import type { LineProblem, TakenCredential } from '../../intake/index.js';

/** What a delivery did. It is kept, and given again to whoever repeats the delivery. */
export type HookOutcome =
  | {
      readonly status: 'accepted';
      /** Null when an unknown person was erased. */
      readonly candidateId: string | null;
      readonly credentials: readonly TakenCredential[];
    }
  | { readonly status: 'ignored'; readonly reason: IgnoredBecause }
  | { readonly status: 'rejected'; readonly problem: LineProblem };

/** `older-than-known`: what is known of the person is newer; `candidate-erased`: the person was forgotten since. */
export type IgnoredBecause = 'unknown-event-type' | 'older-than-known' | 'candidate-erased';
