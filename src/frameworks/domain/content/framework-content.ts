/** `group` is a heading, `occupation` what somebody works as; the others are what somebody can hold. */
export const COMPETENCY_TYPES = [
  'skill',
  'knowledge',
  'group',
  'occupation',
  'attitude',
  'language',
  'ability',
  'activity',
  'technology',
  'tool',
] as const;
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

/**
 * How entries belong together beside the hierarchy. The entry is what needs, uses, precedes...: an occupation or skill to
 * which another skill is `essential`, an occupation with a `rated` element or a technology that it `uses`.
 */
export const LINK_TYPES = [
  'essential',
  'optional',
  'requires',
  'precedes',
  'rated',
  'uses',
  'exemplar',
  'translation',
  'part-of',
  'skill-level',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export interface EntryLink {
  readonly type: LinkType;
  /** Uri of an entry of the same content. */
  readonly to: string;
  /** What the source says of the link itself, such as O*NET's ratings. */
  readonly detail?: Readonly<Record<string, unknown>>;
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
  /** What belongs to the entry without defining it: scope notes, notes of the editors. */
  readonly notes?: string;
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
  /** Place among the entries of the same broader one, where the source gives an order. */
  readonly position?: number;
  readonly links?: readonly EntryLink[];
  /** Named subsets of the framework that the entry is in. */
  readonly collections?: readonly string[];
  /** What the format says beyond all this, kept so that nothing is lost on the way out. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What the source says of the framework as a whole. */
export interface FrameworkAbout {
  readonly title?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly licence?: string;
  /** What whoever shows the framework has to say. */
  readonly attribution?: string;
  readonly homepage?: string;
  /** What the format says beyond all this, kept so that nothing is lost on the way out. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What one version of a framework says, whatever format it came in. */
export interface FrameworkContent {
  readonly entries: readonly FrameworkEntry[];
  readonly about?: FrameworkAbout;
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
