import type { Explanation, NotUsed, RankingBasis } from './explanation.js';
import { BAND_WORDS, inWords, requirementSentence } from './wording.js';

/** The explanation in plain English, most important first. Speaks of "the candidate": no name enters it. */
export function explanationSentences(explanation: Omit<Explanation, 'sentences'>): readonly string[] {
  return [
    standing(explanation),
    ...range(explanation),
    ...heldBack(explanation),
    ...explanation.requirements.map(requirementSentence),
    ...explanation.notUsed.map((entry) => notUsedSentence(entry, explanation)),
    explanation.tieRule,
    basisSentence(explanation),
  ];
}

export function basisSentence(basis: RankingBasis): string {
  const frameworks = basis.frameworkVersions.map(({ framework, version }) => `${framework} ${version}`).join(', ');
  const levelMaps = basis.levelMapsVersion === null ? '' : `, level maps ${basis.levelMapsVersion}`;
  return (
    `Worked out by formula ${basis.formula} with scoring policy ${basis.policyVersion}, profile version ` +
    `${basis.profileVersion}${levelMaps} and ${frameworks === '' ? 'no framework' : frameworks}, as of ${basis.asOf.toISOString()}.`
  );
}

function standing({ rank, poolSize, band, score, maxScore, scorePercent }: Omit<Explanation, 'sentences'>): string {
  return (
    `The candidate stands at rank ${rank} of ${poolSize} in the band "${BAND_WORDS[band]}" with ${inWords(score)} of ` +
    `${inWords(maxScore)} points (${scorePercent} %).`
  );
}

function range({ score, scoreLow, scoreHigh }: Omit<Explanation, 'sentences'>): string[] {
  if (score === scoreLow && score === scoreHigh) return [];
  return [
    `The score could lie between ${inWords(scoreLow)} and ${inWords(scoreHigh)} points, because some levels are not ` +
      `stated or some credentials could not be verified yet.`,
  ];
}

function heldBack({ heldBackBy, band }: Omit<Explanation, 'sentences'>): string[] {
  if (heldBackBy === null)
    return ['Nothing holds the candidate back: every must and every learnable requirement is met.'];
  const next = band === 'notYet' ? 'a better band' : 'the band "qualified"';
  return [`What first keeps the candidate out of ${next}: ${heldBackBy.text}.`];
}

function notUsedSentence(entry: NotUsed, { requirements }: Omit<Explanation, 'sentences'>): string {
  const concerned = requirements
    .filter(({ requirementId }) => entry.requirementIds.includes(requirementId))
    .map(({ competency }) => `"${competency.label}"`);
  const where = concerned.length === 0 ? '' : ` for ${concerned.join(', ')}`;
  return `Not used${where}: "${entry.competency.label}" of credential ${entry.credentialId}, because ${entry.text}.`;
}
