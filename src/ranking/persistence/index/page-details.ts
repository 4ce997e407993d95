import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import type { CompiledProfile } from '../../domain/compiled-profile.js';
import type { ScorableHolding } from '../../domain/holding.js';
import type { RankedCandidate } from '../../domain/ranking.js';
import { scoreCandidate } from '../../domain/score-candidate.js';

/** Where a candidate stands, without reasons. */
export type PagePlace = Pick<RankedCandidate, 'ordinal' | 'rank' | 'band' | 'score'>;

type Row = ScorableHolding & {
  readonly ordinal: number;
  readonly candidateId: string;
  readonly credentialId: string | null;
};

/** The reasons for the places of a page, from the holdings themselves. */
@Injectable()
export class PageDetails {
  /** @returns null when the holdings give another band or score than a place says: they are not of the same instant */
  async of(
    tx: Transaction,
    compiled: CompiledProfile,
    places: readonly PagePlace[],
  ): Promise<readonly RankedCandidate[] | null> {
    const held = await this.holdingsOf(tx, compiled, places);
    const rows: RankedCandidate[] = [];
    for (const place of places) {
      const candidate = held.get(place.ordinal);
      if (candidate === undefined) return null;
      const { band, score, scoreLow, scoreHigh, requirements } = scoreCandidate(compiled, candidate.holdings);
      if (band !== place.band || score !== place.score) return null;
      rows.push({
        ...place,
        candidateId: candidate.id,
        scoreLow,
        scoreHigh,
        requirements: requirements.map(({ requirementId, state, points, best }) => ({
          requirementId,
          state,
          points,
          credentialId: best?.holding.credentialId ?? null,
        })),
      });
    }
    return rows;
  }

  private async holdingsOf(
    tx: Transaction,
    { requirements }: CompiledProfile,
    places: readonly PagePlace[],
  ): Promise<ReadonlyMap<number, { id: string; holdings: ScorableHolding[] }>> {
    const competencyIds = new Set(requirements.flatMap(({ relations }) => [...relations.keys()]));
    const rows = await tx.query<Row>(
      // Step by step, from the ordinals to the people and from each person to all they hold: left to itself the planner
      // goes through everyone rather than look fifty people up, once there are a million and many competencies count.
      `WITH page AS MATERIALIZED (
         SELECT id, ordinal FROM candidate
         WHERE organization_id = $1 AND ordinal = ANY ($2) AND erased_at IS NULL AND merged_into IS NULL)
       SELECT c.ordinal, c.id AS "candidateId", h.credential_id AS "credentialId", h.competency_id AS "competencyId",
         h.verdict, h.level::int, h.proof::int, h.trust::int, h.valid_from AS "validFrom", h.valid_until AS "validUntil"
       FROM page c
       LEFT JOIN LATERAL (SELECT * FROM holding WHERE organization_id = $1 AND candidate_id = c.id OFFSET 0) h
         ON h.competency_id = ANY ($3)`,
      [tx.organizationId, places.map(({ ordinal }) => ordinal), [...competencyIds]],
    );
    const held = new Map<number, { id: string; holdings: ScorableHolding[] }>();
    for (const { ordinal, candidateId, ...holding } of rows) {
      const candidate = held.get(ordinal) ?? { id: candidateId, holdings: [] };
      held.set(ordinal, candidate);
      if (holding.credentialId !== null) candidate.holdings.push(holding);
    }
    return held;
  }
}
