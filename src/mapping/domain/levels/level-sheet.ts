import type { RawLevel } from '../claims/claim.js';
import { claimsOfAlignment } from '../claims/claims-of-alignment.js';
import { alignmentsOf } from '../reading/achievements.js';
import type { JsonObject, Located } from '../reading/json-value.js';
import type { LevelReading } from './normalised-level.js';
import type { ProficiencyScale } from './proficiency-scale.js';
import { refusalOf, type Refusal } from './result-credit.js';
import { resultLevel } from './result-level.js';
import { readResults, type ResultReading } from './result-reading.js';
import { rubricLevel } from './rubric-level.js';

/** A result with all that follows from it on the organization's scale. */
export interface JudgedResult extends ResultReading {
  readonly refusal: Refusal | undefined;
  readonly byRubric: LevelReading | undefined;
  readonly byValue: LevelReading | undefined;
}

/**
 * What a credential says about levels, read once for all of its claims: a credential may hold hundreds of claims and
 * of results, and every claim asks for every result.
 */
export class LevelSheet {
  readonly results: readonly JudgedResult[];
  private readonly aligned = new Map<string, readonly RawLevel[]>();

  constructor(
    readonly credential: JsonObject,
    readonly scale: ProficiencyScale,
  ) {
    this.results = readResults(credential).map((reading) => ({
      ...reading,
      refusal: refusalOf(reading),
      byRubric: rubricLevel(reading, scale),
      byValue: resultLevel(reading, scale),
    }));
  }

  /** The levels of known scales among the alignments of an object that point at nothing but a level. */
  levelsAlignedTo(holder: Located<JsonObject>): readonly RawLevel[] {
    const remembered = this.aligned.get(holder.path);
    if (remembered) return remembered;
    const levels = alignmentsOf(holder)
      .flatMap(claimsOfAlignment)
      .filter((claim) => claim.class === 'level' && claim.level?.scale)
      .map((claim) => claim.level)
      .filter((level) => level !== undefined);
    this.aligned.set(holder.path, levels);
    return levels;
  }
}
