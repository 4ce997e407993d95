/** An assessment that an HR system asked for: one candidate against one published role profile. */
export interface Assessment {
  readonly id: string;
  readonly connectionId: string;
  /** What the HR system calls it; asking twice for the same gives the same assessment. */
  readonly externalRef: string;
  readonly roleProfileId: string;
  readonly candidateId: string;
  /** Where the result is told; of the HR system. */
  readonly callbackUrl: string;
  /** Where the explanation is. */
  readonly reportUrl: string;
  readonly state: 'waiting' | 'completed' | 'failed' | 'cancelled';
  /** The `scorePercent` of the ranking, when it was completed. */
  readonly score: string | null;
  /** Code of what went wrong. */
  readonly problem: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly toldAt: Date | null;
}

/** How long credentials that cannot be verified yet are waited for. Then what is proven so far counts. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Rounds without anything pending before the score is taken: a verdict still has to become holdings. */
export const QUIET_ROUNDS = 2;
