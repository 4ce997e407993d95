/** Where in a credential a skill is stated. */
export type ClaimKind = 'alignment' | 'extension' | 'tag' | 'name' | 'narrative';

/** What the statement speaks of; only skills, and groups of skills, can become competencies. */
export type ClaimClass = 'skill' | 'level' | 'occupation' | 'credential' | 'accreditation' | 'group' | 'unknown';

/** `machine`: a program suggested the skill and nobody vouches for it; a person has to. */
export type ClaimOrigin = 'issuer' | 'machine';

/** A level exactly as stated, before it is put on the organization's scale. */
export interface RawLevel {
  /** The scale as named or recognised (`SFIA`, `CEFR`...); null where nothing names one. */
  readonly scale: string | null;
  readonly value: string;
  /** Lower and upper end of the scale, where the statement carries them. */
  readonly min?: string;
  readonly max?: string;
  readonly jsonPath: string;
}

/** One place in a credential where a skill is stated, kept with its exact words. */
export interface Claim {
  /** RFC 6901 pointer into the decoded credential. */
  readonly jsonPath: string;
  readonly kind: ClaimKind;
  readonly class: ClaimClass;
  readonly text: string;
  /** The same words in other languages, for matching by label. */
  readonly translations?: readonly string[] | undefined;
  readonly uri?: string | undefined;
  readonly code?: string | undefined;
  readonly framework?: string | undefined;
  /** `targetType` of an alignment. */
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly origin: ClaimOrigin;
  readonly level?: RawLevel | undefined;
}

/** A credential with more statements than this is read up to here: alignments first, prose last. */
export const MAX_CLAIMS = 200;
/** Longest text, URI or code that a claim keeps; the rest is cut off. */
export const MAX_CLAIM_TEXT = 1_000;
export const MAX_NARRATIVE_SENTENCES = 50;
/** Languages other than the preferred one that a claim keeps for matching. */
export const MAX_TRANSLATIONS = 5;
