import type { Requirement } from '../../roles/index.js';
import type { Missing } from './explanation.js';
import type { RequirementScore } from './score-requirement.js';
import type { ScoringPolicy } from './scoring-policy.js';
import { NOT_USED_WORDS } from './wording.js';
import type { Weighing } from './weighing.js';

/** What keeps the requirement from being met, in words and with the credentials it is about; null when it is met. */
export function missingFor(
  requirement: Requirement,
  { state, decisive, weighings }: RequirementScore,
  { thresholds }: Pick<ScoringPolicy, 'thresholds'>,
): Missing | null {
  if (state === 'met') return null;
  if (state === 'missing' || decisive === null) {
    return { code: 'missing', text: whyNothingCounts(weighings), credentialIds: credentialIds(weighings) };
  }
  const about = { code: state, credentialIds: [decisive.holding.credentialId] };
  const { holding, strength, relation } = decisive;
  switch (state) {
    case 'level_short':
      return { ...about, text: `level ${holding.level} is shown, level ${requirement.level} is asked` };
    case 'level_unknown':
      return { ...about, text: `the credential states no level, level ${requirement.level} is asked` };
    case 'weak_proof':
      return {
        ...about,
        text:
          `the proof has strength ${strength} (proof ${holding.proof} %, trust ${holding.trust} %), ` +
          `${thresholds.metStrength} is needed`,
      };
    case 'adjacent':
      return {
        ...about,
        text: `only a ${relation.kind} competency is shown (${relation.percent} %), ${thresholds.fullRelation} % is needed`,
      };
    case 'unproven': {
      const claims = weighings.filter((weighing) => weighing.supports === 'unproven');
      return {
        code: state,
        text: `it is claimed, but ${claims.length === 1 ? 'that credential is' : 'those credentials are'} not verified`,
        credentialIds: credentialIds(claims),
      };
    }
  }
}

function whyNothingCounts(weighings: readonly Weighing[]): string {
  const reasons = [...new Set(weighings.flatMap(({ exclusion }) => exclusion ?? []))].map(
    (code) => NOT_USED_WORDS[code],
  );
  if (reasons.length === 0) return 'nothing held has to do with it';
  return `what is held does not count: ${reasons.sort().join('; ')}`;
}

function credentialIds(weighings: readonly Weighing[]): string[] {
  return [...new Set(weighings.map(({ holding }) => holding.credentialId))].sort();
}
