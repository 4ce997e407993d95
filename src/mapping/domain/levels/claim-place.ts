import {
  achievementsOf,
  resultDescriptionsOf,
  resultsOf,
  rubricLevelsOf,
  subjectsOf,
} from '../reading/achievements.js';
import { isWithin } from '../reading/json-pointer.js';
import type { JsonObject, Located } from '../reading/json-value.js';

/** The parts of a credential that a claim stands in, outermost first; absent where it stands outside of such a part. */
export interface ClaimPlace {
  readonly subject?: Located<JsonObject>;
  readonly achievement?: Located<JsonObject>;
  readonly description?: Located<JsonObject>;
  readonly rubricLevel?: Located<JsonObject>;
  readonly result?: Located<JsonObject>;
}

/** Finds the place of a claim from its pointer alone. */
export function placeOf(jsonPath: string, credential: JsonObject): ClaimPlace {
  const holds = (part: Located<JsonObject>): boolean => isWithin(jsonPath, part.path);
  const subject = subjectsOf(credential).find(holds);
  const achievement = achievementsOf(credential)
    .map((entry) => entry.achievement)
    .find(holds);
  const description = achievement && resultDescriptionsOf(achievement).find(holds);
  const rubricLevel = description && rubricLevelsOf(description).find(holds);
  const result = subject && resultsOf(subject).find(holds);
  return {
    ...(subject && { subject }),
    ...(achievement && { achievement }),
    ...(description && { description }),
    ...(rubricLevel && { rubricLevel }),
    ...(result && { result }),
  };
}
