export const COMPETENCY_TYPES = ['skill', 'knowledge', 'group', 'occupation'] as const;
export type CompetencyType = (typeof COMPETENCY_TYPES)[number];

/** `draft` is not yet to be used, `deprecated` no longer; both are kept, so that old references stay readable. */
export const COMPETENCY_STATUSES = ['active', 'draft', 'deprecated'] as const;
export type CompetencyStatus = (typeof COMPETENCY_STATUSES)[number];

/** How a thing of another framework stands to the entry: `broader` means that the other one is the broader. */
export const CROSSWALK_RELATIONS = ['exact', 'close', 'broader', 'narrower', 'related'] as const;
export type CrosswalkRelation = (typeof CROSSWALK_RELATIONS)[number];

/** A name in one language (BCP 47, lower-case). */
export interface LanguageText {
  readonly language: string;
  readonly text: string;
}

export interface Crosswalk {
  readonly relation: CrosswalkRelation;
  /** Canonical key of the other side. */
  readonly key: string;
  /** The other side's name, where the file gives one. */
  readonly label?: string;
}

/** One competency as one version of a framework describes it. References are uris of entries of the same content. */
export interface FrameworkEntry {
  /** What makes it the same competency in the next version. */
  readonly uri: string;
  readonly code?: string;
  readonly label: LanguageText;
  /** Preferred names in further languages. */
  readonly translations: readonly LanguageText[];
  readonly alternativeLabels: readonly LanguageText[];
  readonly hiddenLabels: readonly LanguageText[];
  readonly definition?: string;
  readonly type: CompetencyType;
  /** Whether somebody can hold it; headings of a hierarchy are not held. */
  readonly assignable: boolean;
  readonly status: CompetencyStatus;
  readonly replacedBy?: string;
  readonly broader: readonly string[];
  readonly related: readonly string[];
  readonly crosswalks: readonly Crosswalk[];
  /** Further canonical keys that mean this entry, besides those of its uri and code. */
  readonly otherKeys: readonly string[];
  /** Level 1..9 -> what it looks like for this competency. */
  readonly levelAnchors: Readonly<Record<string, string>>;
}

/** What one version of a framework says, whatever format it came in. */
export interface FrameworkContent {
  readonly entries: readonly FrameworkEntry[];
  /** Undefined where the source names no levels; then the organization's own scale counts. */
  readonly scale?: LevelScale;
}

/** Worded levels, lowest first. */
export interface LevelScale {
  readonly name: string;
  readonly levels: readonly ScaleLevel[];
}

export interface ScaleLevel {
  readonly level: number;
  readonly name: string;
  readonly anchor: string;
}
