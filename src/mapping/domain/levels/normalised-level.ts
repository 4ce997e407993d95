/**
 * What a level was read from, in order of trust: the rubric level that the person reached, the value of a result, a
 * level stated at the skill itself, and the level of the whole qualification as a mere ceiling.
 */
export const LEVEL_SOURCES = ['rubric', 'result', 'skill', 'qualification', 'none'] as const;
export type LevelSource = (typeof LEVEL_SOURCES)[number];

/** A level on the organization's scale together with what was really stated. */
export interface NormalisedLevel {
  /** 1 to the top of the organization's scale; null when unknown, which is neither zero nor full. */
  readonly level: number | null;
  /** The words of the credential, also when no level could be made of them. */
  readonly raw: string | null;
  /** Scale of the raw value, as far as it is known. */
  readonly scale: string | null;
  readonly jsonPath: string | null;
  readonly source: LevelSource;
  /** `no-credit`: the credential itself says that the skill was not reached; it gives no holding. */
  readonly status: 'stated' | 'unknown' | 'no-credit';
  /** Version of the organization's level maps, where the level was read by one. */
  readonly mapsVersion?: number;
  /** Only with `no-credit`. */
  readonly reason?: NoCreditReason;
}

export type NoCreditReason =
  /** The result failed, was given up or is not finished. */
  | 'not-completed'
  /** The result stays below what its description requires. */
  | 'requirement-not-reached'
  /** The skill belongs to a rubric level that nobody says was reached. */
  | 'rubric-level-not-reached';

/** A level found at one place, before it is known whether a more trusted place speaks too. */
export type LevelReading = Omit<NormalisedLevel, 'status' | 'reason' | 'mapsVersion'>;

export const UNKNOWN_LEVEL: NormalisedLevel = {
  level: null,
  raw: null,
  scale: null,
  jsonPath: null,
  source: 'none',
  status: 'unknown',
};
