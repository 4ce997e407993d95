import type { AnchorOf } from '../../frameworks/index.js';
import type { CompiledProfile, CompiledRequirement } from './compiled-profile.js';
import type {
  CompetencyName,
  Explanation,
  HeldBackBy,
  Place,
  RankingBasis,
  RequirementExplanation,
  UsedHolding,
} from './explanation.js';
import { explanationSentences } from './explanation-sentences.js';
import { FULL_FIT } from './fit.js';
import { firstClosedGate } from './gates.js';
import type { Holding } from './holding.js';
import { missingFor } from './missing.js';
import { notUsed } from './not-used.js';
import type { CandidateScore } from './score-candidate.js';
import { scoreCandidate } from './score-candidate.js';
import type { RequirementScore } from './score-requirement.js';
import { TIE_RULE } from './scoring-policy.js';
import { gateWords } from './wording.js';
import type { Weighing } from './weighing.js';

/** Preferred label of a competency; its id where none is known. */
export type LabelOf = (competencyId: string) => string;

/**
 * Why a candidate stands where they stand: every point led back to a field of a stored credential, what held them back,
 * what was not used, and everything that fixes the answer.
 */
export function explain(
  compiled: CompiledProfile,
  holdings: readonly Holding[],
  place: Place,
  basis: RankingBasis,
  labelOf: LabelOf,
  anchorOf: AnchorOf = () => null,
): Explanation {
  const score = scoreCandidate(compiled, holdings);
  const name = (id: string): CompetencyName => ({ id, label: labelOf(id) });
  const requirements = compiled.requirements.map((requirement, index) =>
    explainRequirement(requirement, score, index, compiled, name, anchorOf),
  );
  const explanation = {
    ...place,
    band: score.band,
    score: score.score,
    maxScore: score.maxScore,
    scorePercent: score.scorePercent,
    scoreLow: score.scoreLow,
    scoreHigh: score.scoreHigh,
    heldBackBy: heldBackBy(score, requirements),
    requirements,
    notUsed: notUsed(holdings, score.requirements, name),
    tieRule: TIE_RULE,
    ...basis,
  };
  return { ...explanation, sentences: explanationSentences(explanation) };
}

function explainRequirement(
  { requirement }: CompiledRequirement,
  candidate: CandidateScore<Holding>,
  index: number,
  { policy }: CompiledProfile,
  name: (id: string) => CompetencyName,
  anchorOf: AnchorOf,
): RequirementExplanation {
  const score = candidate.requirements[index] as RequirementScore<Holding>;
  const counts = candidate.counted[index] === true;
  return {
    requirementId: requirement.id,
    competency: name(requirement.competencyId),
    importance: requirement.importance,
    weight: requirement.weight,
    requiredLevel: requirement.level,
    requiredLevelAnchor: requirement.level === null ? null : anchorOf(requirement.competencyId, requirement.level),
    group: requirement.group,
    allowPartial: requirement.allowPartial,
    maxAgeMonths: requirement.maxAgeMonths,
    learnableWeeks: requirement.learnableWeeks,
    state: score.state,
    points: counts ? score.points : 0,
    earned: score.points,
    maxPoints: requirement.weight * FULL_FIT,
    counts,
    best: score.best && usedHolding(score.best, name),
    decisive: score.decisive && usedHolding(score.decisive, name),
    missing: missingFor(requirement, score, policy),
  };
}

function usedHolding(weighing: Weighing<Holding>, name: (id: string) => CompetencyName): UsedHolding {
  const { holding, relation, strength, fit } = weighing;
  const { kind, steps, viaCrosswalk, percent, path } = relation;
  return {
    credentialId: holding.credentialId,
    jsonPath: holding.jsonPath,
    competency: name(holding.competencyId),
    level: holding.level,
    proof: holding.proof,
    trust: holding.trust,
    tier: holding.tier,
    strength,
    relation: { kind, steps, viaCrosswalk, percent, path: path.map(name) },
    fit,
    validFrom: holding.validFrom,
    validUntil: holding.validUntil,
  };
}

function heldBackBy({ gates }: CandidateScore, requirements: readonly RequirementExplanation[]): HeldBackBy | null {
  const gate = firstClosedGate(gates);
  if (gate === null) return null;
  const members = requirements.filter(({ requirementId }) => gate.requirementIds.includes(requirementId));
  const words = gateWords(
    gate,
    members.map(({ competency }) => competency.label),
  );
  const reasons = members.flatMap(({ competency, missing }) =>
    missing === null ? [] : gate.group === null ? missing.text : `"${competency.label}": ${missing.text}`,
  );
  return { ...gate, text: `${words} is not met: ${reasons.join('; ')}` };
}
