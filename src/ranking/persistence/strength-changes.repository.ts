import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { TierOnCompetency } from '../../trust/index.js';
import type { ScoringPolicy } from '../domain/scoring-policy.js';
import { OTHER_TRUST_CTES } from './other-trust-sql.js';

/** Whose holdings would be worth something else. */
export interface StrengthChanges {
  readonly holdings: number;
  readonly candidates: number;
  /** Candidates of whom some holding would be worth more, or less; one may be both. */
  readonly gaining: number;
  readonly losing: number;
}

@Injectable()
export class StrengthChangesRepository {
  async count(tx: Transaction, policy: ScoringPolicy, tiers: readonly TierOnCompetency[]): Promise<StrengthChanges> {
    const [row] = await tx.query<StrengthChanges>(
      // Numbered as in rankings, whose parts these are: $2 to $4 and $6 have no meaning here.
      `WITH ${OTHER_TRUST_CTES.replaceAll('$5', '$2').replaceAll('$7', '$3')}
       SELECT count(*)::int AS holdings, count(DISTINCT h.candidate_id)::int AS candidates,
         count(DISTINCT h.candidate_id) FILTER (WHERE o.strength > h.strength)::int AS gaining,
         count(DISTINCT h.candidate_id) FILTER (WHERE o.strength < h.strength)::int AS losing
       FROM other_trust o
       JOIN holding h ON h.organization_id = $1 AND h.candidate_id = o.candidate_id
         AND h.competency_id = o.competency_id AND h.credential_id = o.credential_id
       WHERE o.strength <> h.strength`,
      [tx.organizationId, JSON.stringify(policy), JSON.stringify(tiers)],
    );
    return row ?? { holdings: 0, candidates: 0, gaining: 0, losing: 0 };
  }
}
