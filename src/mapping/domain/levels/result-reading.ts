import { achievementsOf, resultDescriptionsOf, resultsOf, subjectsOf, alignmentsOf } from '../reading/achievements.js';
import { idOf, rubricOf, type Rubric } from './rubric-order.js';
import { firstMember, listAt, member, plainString, type JsonObject, type Located } from '../reading/json-value.js';

/** A rubric level that a result names, with the rubric it stands in. */
export interface AchievedLevel {
  readonly id: string;
  readonly level: Located<JsonObject>;
  readonly rubric: Rubric;
}

/** A result of a subject, joined to the description that says what its value means. */
export interface ResultReading {
  readonly result: Located<JsonObject>;
  readonly subjectPath: string;
  readonly description: Located<JsonObject> | undefined;
  /** Place of the achievement that the description belongs to. */
  readonly achievementPath: string | undefined;
  /** Whether result or description name a skill of their own; without one they speak of the whole achievement. */
  readonly isAligned: boolean;
  /** `achievedLevel` of the result, where the credential holds a rubric level with that id. */
  readonly achieved: AchievedLevel | undefined;
}

interface Description {
  readonly place: Located<JsonObject>;
  readonly achievementPath: string;
  readonly rubric: Rubric;
}

const MAX_RESULTS = 200;
const MAX_ALLOWED_VALUES = 100;

/** The results in the credential, at most 200, each joined to its description and its rubric level by their ids. */
export function readResults(credential: JsonObject): ResultReading[] {
  const results = subjectsOf(credential)
    .flatMap((subject) => resultsOf(subject).map((result) => ({ result, subjectPath: subject.path })))
    .slice(0, MAX_RESULTS);
  if (results.length === 0) return [];
  const descriptions = describedResults(credential);
  const byId = new Map(
    descriptions.map((each) => [plainString(member(each.place.value, 'id')), each] as const).toReversed(),
  );
  byId.delete(undefined);
  const byLevel = achievableLevels(descriptions);
  return results.map(({ result, subjectPath }) => {
    const description = byId.get(plainString(member(result.value, 'resultDescription')));
    const id = plainString(member(result.value, 'achievedLevel')) ?? '';
    const owners = description ? [result, description.place] : [result];
    return {
      result,
      subjectPath,
      description: description?.place,
      achievementPath: description?.achievementPath,
      isAligned: owners.some((owner) => alignmentsOf(owner).length > 0),
      // Issuers do point at a rubric of another description, so every rubric is asked when the own one does not know.
      achieved: byLevel.get(levelKey(description, id)) ?? byLevel.get(levelKey(undefined, id)),
    };
  });
}

function describedResults(credential: JsonObject): Description[] {
  return achievementsOf(credential).flatMap(({ achievement }) =>
    resultDescriptionsOf(achievement).map((place) => ({
      place,
      achievementPath: achievement.path,
      rubric: rubricOf(place),
    })),
  );
}

function achievableLevels(descriptions: readonly Description[]): Map<string, AchievedLevel> {
  const levels = new Map<string, AchievedLevel>();
  for (const description of descriptions) {
    for (const level of description.rubric.levels) {
      const id = idOf(level);
      if (id === undefined) continue;
      const achieved = { id, level, rubric: description.rubric };
      levels.set(levelKey(description, id), achieved);
      if (!levels.has(levelKey(undefined, id))) levels.set(levelKey(undefined, id), achieved);
    }
  }
  return levels;
}

function levelKey(description: Description | undefined, id: string): string {
  return JSON.stringify([description?.place.path ?? null, id]);
}

/** `resultType` of the description, without a vocabulary prefix. */
export function resultTypeOf({ description }: ResultReading): string | undefined {
  const type = description && plainString(member(description.value, 'resultType'));
  return type?.replace(/^(?:ext|obi?|clr):/i, '');
}

/** The value as written, with its place. */
export function valueOf({ result }: ResultReading): { text: string; path: string } | undefined {
  const stated = firstMember(result, ['value']);
  const text = plainString(stated?.value);
  return stated && text !== undefined ? { text, path: stated.path } : undefined;
}

/** A member of the description as text (`requiredValue`, `valueMin`...). */
export function described({ description }: ResultReading, key: string): string | undefined {
  return description && plainString(member(description.value, key));
}

/** The values that the description allows, in document order. */
export function allowedValuesOf({ description }: ResultReading): string[] {
  const listed = description ? listAt(description, 'allowedValue', MAX_ALLOWED_VALUES) : [];
  return listed.map(({ value }) => plainString(value)).filter((value) => value !== undefined);
}
