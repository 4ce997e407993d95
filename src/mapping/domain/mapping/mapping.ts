export type MappingMethod = DecisiveMethod | SimilarMethod;

/** What a match by it is worth does not depend on the match. */
export type DecisiveMethod =
  | 'identifier'
  | 'crosswalk'
  | 'preferred-label'
  /** Without a person only where the organization has asked for it. */
  | 'alternative-label'
  | 'review'
  | 'none';

/** What leads to suggestions only. */
export type SimilarMethod = 'alternative-label' | 'similar-wording' | 'similar-meaning';

/** Without a person the first four of the methods give mappings; `mapped_reviewed` and `rejected` are decisions of people. */
export type MappingState = 'mapped_auto' | 'suggested' | 'unmapped' | 'mapped_reviewed' | 'rejected';

/** Why a match was not taken without a person, although it was exact. */
export type MappingDoubt =
  /** A program suggested the claim. */
  | 'machine-made'
  /** The identifier says one skill, the name another. */
  | 'name-differs'
  /** The class of the claim does not show that it states a skill. */
  | 'class-unknown'
  /** Several competencies of one framework fit equally. */
  | 'ambiguous'
  /** The entry is a heading of the framework that nobody holds as such. */
  | 'not-assignable'
  /** The words stand in prose. */
  | 'prose'
  /** The crosswalk says that the two are near, not that they are the same. */
  | 'not-exact'
  /** An earlier version of the framework had the competency, the one in force no longer has it. */
  | 'removed';

/** The embedding model that is configured, and whether it had a part in a suggestion or why not. */
export interface ModelPart {
  readonly name: string;
  readonly state: 'used' | 'vectors-incomplete' | 'model-unavailable';
}

export interface MappingEvidence {
  readonly jsonPath: string;
  /** The words of the claim. */
  readonly text: string;
  /** What was compared with the framework: a canonical key or a normalised label. */
  readonly matched: string | null;
  /** Keys from the stated identifier over the crosswalk to the competency's own. */
  readonly path?: readonly string[];
  /** How a crosswalk that is not exact has the competency stand to what is identified. */
  readonly relation?: string;
  readonly doubts?: readonly MappingDoubt[];
  /** How near the words of the claim came to those of the competency, by the name of each signal. */
  readonly signals?: Readonly<Record<string, number>>;
  readonly model?: ModelPart;
  readonly group?: true;
  /** The decision of a person that made the mapping, and who took it. */
  readonly ruleId?: string;
  readonly reviewer?: string;
}

/** What a claim means in a framework, with how it was found. */
export interface Mapping {
  /** Place of the claim in the list that was mapped. */
  readonly claimIndex: number;
  /** Null when nothing fits: the skill stays as the issuer stated it. */
  readonly competencyId: string | null;
  readonly frameworkVersionId: string | null;
  readonly method: MappingMethod;
  /** 0 to 10000. */
  readonly score: number;
  readonly state: MappingState;
  readonly evidence: MappingEvidence;
}

export const SCORE_OF: Readonly<Record<DecisiveMethod, number>> = {
  identifier: 10_000,
  crosswalk: 9_900,
  'preferred-label': 9_800,
  'alternative-label': 8_500,
  review: 10_000,
  none: 0,
};
