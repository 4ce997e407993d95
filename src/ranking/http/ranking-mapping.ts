import { Malformed } from '../../platform/errors/index.js';
import type { CursorValues } from '../../platform/http/index.js';
import type { ContinuedRanking, Ranking, WishedFilter } from '../application/rank-candidates.js';
import { BANDS, type Band } from '../domain/gates.js';
import { scorePercent } from '../domain/score-percent.js';
import type { RankedCandidate } from '../domain/ranking.js';
import type { RequirementState } from '../domain/states.js';
import type { RankingQueryDto } from './ranking-query.dto.js';
import type { RankedCandidateDto, RankingDto } from './ranking-answer.dto.js';

/** What a cursor of a ranking holds; the first page fixes clock and profile version for those after it. */
export function cursorValues({ basis }: Ranking, { band, score, ordinal }: RankedCandidate): CursorValues {
  return [basis.asOf.toISOString(), basis.profileVersion, band, score, ordinal];
}

/** @throws {Malformed} `invalid-cursor` for one that an earlier release made in another form */
export function continuedRanking(values: CursorValues | undefined): ContinuedRanking | undefined {
  if (values === undefined) return undefined;
  const [asOf, profileVersion, band, score, ordinal] = values;
  const known = BANDS.find((name): name is Band => name === band);
  if (
    typeof asOf !== 'string' ||
    known === undefined ||
    ![profileVersion, score, ordinal].every(Number.isSafeInteger)
  ) {
    throw new Malformed('invalid-cursor', 'The cursor is not one that this list gives. Start again without a cursor.');
  }
  return {
    asOf: new Date(asOf),
    profileVersion: Number(profileVersion),
    band: known,
    score: Number(score),
    ordinal: Number(ordinal),
  };
}

export function presentRanked(row: RankedCandidate, maxScore: number): RankedCandidateDto {
  const { candidateId, rank, band, score, scoreLow, scoreHigh, requirements } = row;
  return {
    candidateId,
    rank,
    band,
    score,
    maxScore,
    scorePercent: scorePercent(score, maxScore),
    scoreLow,
    scoreHigh,
    requirements: requirements.map(({ requirementId, state, points, credentialId }) => ({
      requirementId,
      state,
      points,
      credentialId,
    })),
  };
}

export function presentRanking(
  { answer, basis, sequence, filters }: Ranking,
  data: RankedCandidateDto[],
  nextCursor: string | null,
): RankingDto {
  const { formula, profileVersion, policyVersion, frameworkVersions, levelMapsVersion, asOf } = basis;
  const { totals } = answer;
  return {
    data,
    totals,
    filters,
    formula,
    profileVersion,
    policyVersion,
    frameworkVersions,
    levelMapsVersion,
    asOf,
    sequence,
    nextCursor,
  };
}

export function filterOf({ state = [], shortOnly, tier, proof }: RankingQueryDto): WishedFilter {
  const states = new Map<string, RequirementState[]>();
  for (const text of state) {
    const colon = text.lastIndexOf(':');
    const requirementId = text.slice(0, colon);
    const known = states.get(requirementId) ?? [];
    states.set(requirementId, [...known, text.slice(colon + 1) as RequirementState]);
  }
  return {
    states: [...states].map(([requirementId, wanted]) => ({ requirementId, states: wanted })),
    shortOnly,
    tiers: tier,
    proof,
  };
}
