import type { RequirementExplanation, UsedHolding } from './explanation.js';
import type { Band, Gate } from './gates.js';
import type { NotUsedReason } from './explanation.js';
import type { RequirementState } from './states.js';

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  qualified: 'qualified',
  readySoon: 'ready soon',
  notYet: 'not yet',
};

export const STATE_WORDS: Readonly<Record<RequirementState, string>> = {
  met: 'met',
  level_short: 'level too low',
  level_unknown: 'level not stated',
  weak_proof: 'proof too weak',
  adjacent: 'only something close to it',
  unproven: 'claimed but not verified',
  missing: 'missing',
};

export const NOT_USED_WORDS: Readonly<Record<NotUsedReason, string>> = {
  not_verified: 'the credential is not verified',
  expired: 'the credential has expired',
  too_old: 'the credential is older than the requirement allows',
  age_unknown: 'the credential does not say since when it is valid, and the requirement sets a maximum age',
  partial_not_allowed: 'the requirement does not accept related or broader competencies',
  no_strength: 'its proof or the trust in its issuer counts zero',
  weaker: 'another credential shows more for the same requirement',
  unrelated: 'the profile asks for nothing that it has to do with',
};

/** 1234567 -> "1,234,567"; never by locale, so that the bytes are the same everywhere. */
export function inWords(points: number): string {
  return String(points).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function relationWords({ kind, steps, viaCrosswalk, percent }: UsedHolding['relation']): string {
  const name = {
    same: viaCrosswalk ? 'the same in another framework' : 'the competency itself',
    narrower: `${counted(steps, 'step')} narrower`,
    related: 'related',
    broader: `${counted(steps, 'step')} broader`,
  }[kind];
  return `${name}${viaCrosswalk && kind !== 'same' ? ' by way of another framework' : ''} (${percent} %)`;
}

export function gateWords(gate: Gate, labels: readonly string[]): string {
  const kind = gate.importance === 'must' ? 'must' : 'learnable';
  if (gate.group === null) return `"${labels[0] ?? ''}" (${kind})`;
  const needed = `${gate.needed} of ${labels.map((label) => `"${label}"`).join(', ')}`;
  return `any ${needed} (${kind}; ${gate.met} met)`;
}

/** One sentence on one requirement: what was asked, what came of it, on which proof. */
export function requirementSentence(requirement: RequirementExplanation): string {
  const anchor = requirement.requiredLevelAnchor === null ? '' : ` "${requirement.requiredLevelAnchor}"`;
  const level = requirement.requiredLevel === null ? '' : `, level ${requirement.requiredLevel}${anchor}`;
  const asked = `"${requirement.competency.label}" (${requirement.importance}, weight ${requirement.weight}${level})`;
  const outcome = `${STATE_WORDS[requirement.state]}, ${inWords(requirement.earned)} of ${inWords(requirement.maxPoints)} points`;
  const parts = [`${asked}: ${outcome}`];
  if (requirement.best !== null) parts.push(proofWords(requirement.best));
  if (requirement.missing !== null) parts.push(requirement.missing.text);
  if (!requirement.counts)
    parts.push(`not in the score, because group "${requirement.group}" takes only its best members`);
  return `${parts.join('; ')}.`;
}

function proofWords(best: UsedHolding): string {
  const level = best.level === null ? 'no level stated' : `level ${best.level}`;
  const strength = `proof ${best.proof} % x trust ${best.trust} % (${best.tier.replace('_', '-')} issuer) = strength ${best.strength}`;
  return (
    `best shown by "${best.competency.label}", ${relationWords(best.relation)}, ${level}, ${strength}, ` +
    `credential ${best.credentialId} at ${best.jsonPath === '' ? 'its root' : best.jsonPath}`
  );
}
