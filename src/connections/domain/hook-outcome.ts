import type { LineProblem, TakenCredential } from '../../intake/index.js';

/** What a delivery did. It is kept, and given again to whoever repeats the delivery. */
export type HookOutcome =
  | {
      readonly status: 'accepted';
      /** Null when nobody is concerned: a job, or a person who is not known. */
      readonly candidateId: string | null;
      readonly credentials: readonly TakenCredential[];
    }
  | { readonly status: 'ignored'; readonly reason: IgnoredBecause }
  | { readonly status: 'rejected'; readonly problem: LineProblem };

/**
 * `older-than-known`: what is known of the person or job is newer; `candidate-erased`: the person was forgotten since;
 * `ping`: a test of the set-up.
 */
export type IgnoredBecause = 'unknown-event-type' | 'older-than-known' | 'candidate-erased' | 'ping';
