import type { Importance } from '../../../roles/index.js';

export interface GuessedImportance {
  readonly importance: Importance;
  /** The words that say so; null where nothing does. */
  readonly words: string | null;
}

const within = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

/** Looked for in this order: "training is provided, experience preferred" asks for nothing on the first day. */
const CUES: readonly (readonly [Importance, RegExp])[] = [
  [
    'learnable',
    within(
      'we (?:will )?(?:teach|train)|will be (?:taught|trained)|(?:full )?training (?:is |will be )?(?:provided|given|offered)|(?:willing|willingness|ready|eager) to learn|(?:learn|learnt|learned) on the job|wird (?:geschult|angelernt)|wij leiden op|formation assurée',
    ),
  ],
  [
    'nice',
    within(
      'nice to have|nice-to-have|(?:is |are |would be )?an? (?:plus|bonus|asset|advantage)|preferred|preferably|desirable|desired|ideally|optional|beneficial|welcome|wünschenswert|von vorteil|idealerweise|een pré|bij voorkeur|un atout|souhaité',
    ),
  ],
  [
    'must',
    within(
      'must(?:-have)?|requirements?|required|requires?|essential|mandatory|necessary|needed|need to|minimum|at least|you (?:have|bring)|zwingend|erforderlich|voraussetzung|mindestens|vereist|noodzakelijk|indispensable|requise?s?|obligatoire',
    ),
  ],
];
const MAX_HEADING_WORDS = 6;

/**
 * How much a sentence of an advert asks for what it names, by its own words, else by those of the heading above it. Where
 * neither says anything it gates nobody: `nice`.
 */
export function importanceOf(sentence: string, heading: string | null): GuessedImportance {
  return cueIn(sentence) ?? (heading === null ? null : cueIn(heading)) ?? { importance: 'nice', words: null };
}

/** A short line that ends with a colon speaks of the lines below it. */
export function isHeading(sentence: string): boolean {
  const words = sentence.split(/\s+/);
  return words.length <= MAX_HEADING_WORDS && /:$/.test(sentence);
}

function cueIn(text: string): GuessedImportance | null {
  for (const [importance, cue] of CUES) {
    const found = cue.exec(text);
    if (found !== null) return { importance, words: found[0] };
  }
  return null;
}
