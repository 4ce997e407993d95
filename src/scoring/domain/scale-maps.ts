/** A named scale with its steps from lowest to highest, and the level of each step on a scale of five. */
export interface ScaleMap {
  readonly name: string;
  /** Finds the scale's name in a framework name, a type or a link. */
  readonly recognise: RegExp;
  /** Lowest first; each step with every way of writing it, in lower case. */
  readonly steps: readonly (readonly string[])[];
  /** Level of each step where there are five levels; with any other number, place among the steps decides. */
  readonly levelsOfFive: readonly number[];
  /** What the organization has set, by the number of its own levels. */
  readonly levelsOf?: ReadonlyMap<number, readonly number[]>;
}

const numbered = (from: number, to: number): string[][] =>
  Array.from({ length: to - from + 1 }, (_, index) => [String(from + index)]);

export const SFIA: ScaleMap = {
  name: 'SFIA',
  recognise: /\bSFIA\b|sfia-online/i,
  steps: numbered(1, 7),
  levelsOfFive: [1, 2, 3, 4, 5, 5, 5],
};

/** Level of a whole qualification, never of one skill: read as a ceiling only. */
export const EQF: ScaleMap = {
  name: 'EQF',
  recognise: /EQF|European Qualifications? Framework/i,
  steps: numbered(1, 8),
  levelsOfFive: [1, 1, 2, 2, 3, 4, 5, 5],
};

export const DIGCOMP: ScaleMap = {
  name: 'DigComp',
  recognise: /dig\s?comp|Digital Competence Framework|\/snb\/dcf\//i,
  steps: numbered(1, 8),
  levelsOfFive: [1, 1, 2, 3, 3, 4, 5, 5],
};

export const CEFR: ScaleMap = {
  name: 'CEFR',
  recognise:
    /\bCEFR\b|Common European Framework of Reference|Gemeinsame[rn]? Europäische[rn]? Referenzrahmen|\bCECRL?\b/i,
  steps: [['a1'], ['a2'], ['b1'], ['b2'], ['c1'], ['c2']],
  levelsOfFive: [1, 1, 2, 3, 4, 5],
};

export const DIRECT: ScaleMap = {
  name: 'DIRECT',
  recognise: /DIRECT framework|Digital Research Competenc/i,
  steps: numbered(1, 4),
  levelsOfFive: [1, 2, 4, 5],
};

/** Words that name a level by themselves, in the five stages from novice to expert. */
export const LEVEL_WORDS: ScaleMap = {
  name: 'words',
  recognise: /\bDreyfus\b/i,
  steps: [
    [
      'novice',
      'beginner',
      'basic',
      'entry',
      'entry level',
      'foundation',
      'foundational',
      'emerging',
      'awareness',
      'anfänger',
      'débutant',
    ],
    ['advanced beginner', 'elementary', 'developing', 'apprentice', 'fundamental', 'grundkenntnisse'],
    ['competent', 'intermediate', 'practitioner', 'working', 'satisfactory', 'fortgeschritten', 'intermédiaire'],
    ['proficient', 'advanced', 'accomplished', 'avancé'],
    ['expert', 'master', 'mastered', 'mastery', 'exemplary', 'highly specialised', 'highly specialized', 'experte'],
  ],
  levelsOfFive: [1, 2, 3, 4, 5],
};

export const SCALE_MAPS: readonly ScaleMap[] = [SFIA, EQF, DIGCOMP, CEFR, DIRECT, LEVEL_WORDS];

/**
 * The level that each kind of degree stands for in the European Qualifications Framework, where the vocabulary of
 * Open Badges 3 ties the term to a level of the international classification of education. Kinds without a level
 * of their own (certificate, badge, diploma...) are left out.
 */
export const EQF_OF_ACHIEVEMENT_TYPE: Readonly<Record<string, string>> = {
  AssociateDegree: '5',
  BachelorDegree: '6',
  MasterDegree: '7',
  DoctoralDegree: '8',
  ProfessionalDoctorate: '8',
  ResearchDoctorate: '8',
};
