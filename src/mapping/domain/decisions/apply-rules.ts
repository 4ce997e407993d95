import type { Claim } from '../claims/claim.js';
import { mayStateSkill } from '../mapping/claim-queries.js';
import { type Mapping, SCORE_OF } from '../mapping/mapping.js';
import { DECISION_SCOPES, type MappingRule } from './mapping-rule.js';

/** What people decided on one pair of a claim and a competency. */
interface Answer {
  readonly competencyId: string;
  readonly rule: MappingRule;
  readonly isMapped: boolean;
}

/** Framework versions by competency: those in force, and the last one that had the competency. */
export interface CompetencyVersions {
  readonly inForce: ReadonlyMap<string, string>;
  readonly last: ReadonlyMap<string, string>;
}

/**
 * Puts the decisions of people before what the pipeline found. On each pair of claim and competency the narrowest
 * decision counts, of two equally narrow ones the later; a decision counts before the one it was taken against. A
 * correction also silences what wider decisions map the same claim to. A claim that a person has mapped brings no
 * suggestion, and a rejected pair never returns.
 *
 * @param derived what the pipeline gives for the claims
 * @param rulesOn the decisions that reach the claim at this place
 * @param versions a decision for a competency that is no longer in force rests: the pipeline is asked again, and where
 *   it maps the claim to nothing, what was decided is suggested as removed, for a person to decide anew
 */
export function applyRules(
  claims: readonly Claim[],
  derived: readonly Mapping[],
  rulesOn: (claimIndex: number) => readonly MappingRule[],
  versions: CompetencyVersions,
): Mapping[] {
  return claims.flatMap((claim, claimIndex) => {
    const pipeline = derived.filter((mapping) => mapping.claimIndex === claimIndex);
    const rules = mayStateSkill(claim) ? rulesOn(claimIndex) : [];
    const answers = answersOf(rules.filter((rule) => !rests(rule, versions.inForce)));
    const resting = answersOf(rules.filter((rule) => rests(rule, versions.inForce))).filter(({ isMapped }) => isMapped);
    if (answers.length === 0) return [...pipeline, ...removedOnes(claim, claimIndex, resting, pipeline, versions)];
    const decided = new Set<string | null>(answers.map(({ competencyId }) => competencyId));
    const isAnswered = answers.some(({ isMapped }) => isMapped);
    return [
      ...answers.map((answer) => mappingOf(claim, claimIndex, answer, versions.inForce)),
      ...pipeline.filter(
        ({ competencyId, state }) => !decided.has(competencyId) && (state === 'mapped_auto' || !isAnswered),
      ),
    ];
  });
}

/** In the order of competency ids. */
function answersOf(rules: readonly MappingRule[]): Answer[] {
  const ids = new Set(rules.flatMap(({ competencyId, rejectedCompetencyId }) => [competencyId, rejectedCompetencyId]));
  const answers = [...ids]
    .filter((id) => id !== null)
    .sort()
    .flatMap((competencyId): Answer[] => {
      const rule = decisive(rules.filter((each) => speaksOf(each, competencyId)));
      return rule === undefined ? [] : [{ competencyId, rule, isMapped: rule.competencyId === competencyId }];
    });
  const corrections = answers.filter(({ isMapped, rule }) => isMapped && rule.decision === 'correct');
  const narrowest = Math.min(...corrections.map(({ rule }) => widthOf(rule)));
  return answers.filter(({ isMapped, rule }) => !isMapped || corrections.length === 0 || widthOf(rule) <= narrowest);
}

function decisive(rules: readonly MappingRule[]): MappingRule | undefined {
  const overridden = new Set(rules.map(({ overrides }) => overrides));
  return rules
    .filter(({ id }) => !overridden.has(id))
    .toSorted((a, b) => widthOf(a) - widthOf(b) || (a.id < b.id ? 1 : -1))[0];
}

const widthOf = ({ scope }: MappingRule): number => DECISION_SCOPES.indexOf(scope);

const rests = ({ competencyId }: MappingRule, versionInForce: ReadonlyMap<string, string>): boolean =>
  competencyId !== null && !versionInForce.has(competencyId);

const speaksOf = (rule: MappingRule, competencyId: string): boolean =>
  rule.competencyId === competencyId || rule.rejectedCompetencyId === competencyId;

function removedOnes(
  claim: Claim,
  claimIndex: number,
  resting: readonly Answer[],
  pipeline: readonly Mapping[],
  { last }: CompetencyVersions,
): Mapping[] {
  if (pipeline.some(({ state }) => state === 'mapped_auto')) return [];
  const found = new Set(pipeline.map(({ competencyId }) => competencyId));
  return resting
    .filter(({ competencyId }) => !found.has(competencyId))
    .map((answer) => {
      const decided = mappingOf(claim, claimIndex, answer, last);
      return { ...decided, state: 'suggested', evidence: { ...decided.evidence, doubts: ['removed'] } };
    });
}

function mappingOf(
  claim: Claim,
  claimIndex: number,
  { competencyId, rule, isMapped }: Answer,
  versionOf: ReadonlyMap<string, string>,
): Mapping {
  return {
    claimIndex,
    competencyId,
    frameworkVersionId: versionOf.get(competencyId) ?? null,
    method: 'review',
    score: isMapped ? SCORE_OF.review : 0,
    state: isMapped ? 'mapped_reviewed' : 'rejected',
    evidence: {
      jsonPath: claim.jsonPath,
      text: claim.text,
      matched: null,
      ruleId: rule.id,
      reviewer: rule.decidedBy,
    },
  };
}
