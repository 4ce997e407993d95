import type { Comparison } from './comparison.js';
import type { Explanation } from './explanation.js';
import { basisSentence } from './explanation-sentences.js';
import { BAND_WORDS, counted, inWords } from './wording.js';

type Unworded = Omit<Comparison, 'sentences'>;

/** Plain English: the deciding rule first. `a` is "the first candidate", `b` "the second"; no name enters it. */
export function comparisonSentences(comparison: Unworded, a: Explanation, b: Explanation): readonly string[] {
  if (comparison.above === null) return ['Both are the same candidate.', basisSentence(comparison)];
  const [upper, lower] = comparison.above === 'a' ? [a, b] : [b, a];
  const [upperName, lowerName] = comparison.above === 'a' ? ['first', 'second'] : ['second', 'first'];
  return [
    `The ${upperName} candidate (rank ${upper.rank}) stands above the ${lowerName} (rank ${lower.rank}).`,
    decision(comparison, upper, lower, lowerName),
    ...comparison.requirements.filter(isDifferent).map(({ text }) => `${text}.`),
    ...alike(comparison),
    basisSentence(comparison),
  ];
}

function decision({ decidedBy }: Unworded, upper: Explanation, lower: Explanation, lowerName: string): string {
  const scores = `${inWords(upper.score)} against ${inWords(lower.score)} points`;
  if (decidedBy === 'band') {
    // A lower score may stand higher; that needs saying, or the list looks wrong.
    const despite = upper.score < lower.score ? ` The score does not decide between bands (${scores}).` : '';
    const reason = lower.heldBackBy === null ? '' : ` What keeps the ${lowerName} back: ${lower.heldBackBy.text}.`;
    return `Decided by the band: "${BAND_WORDS[upper.band]}" comes before "${BAND_WORDS[lower.band]}".${reason}${despite}`;
  }
  if (decidedBy === 'score')
    return `Both are in the band "${BAND_WORDS[upper.band]}"; decided by the score: ${scores}.`;
  return `Band and score are equal (${scores}); decided by the order of creation, which says nothing about the two.`;
}

function isDifferent({ a, b }: Comparison['requirements'][number]): boolean {
  return a.points !== b.points || a.state !== b.state;
}

function alike({ requirements }: Unworded): string[] {
  const same = requirements.length - requirements.filter(isDifferent).length;
  return same === 0 ? [] : [`${counted(same, 'requirement')} alike in state and points.`];
}
