import { listAt, objectsAt, stringsAt, isObject, member, type JsonObject, type Located } from './json-value.js';

/** One achievement of one subject, each with its place in the credential. */
export interface AchievementOfSubject {
  readonly subject: Located<JsonObject>;
  readonly achievement: Located<JsonObject>;
}

/**
 * Names under which an achievement hangs on its subject: Open Badges 3 and CLR; drafts of Open Badges 3; and `badge`
 * of Open Badges 1 and 2, where the assertion itself speaks of the recipient.
 */
const ACHIEVEMENT_KEYS = ['achievement', 'achievements', 'hasCredential', 'badge'];

/** Parts beyond these are not read; no honest credential comes near. */
const MAX_SUBJECTS = 50;
const MAX_PARTS = 200;
const MAX_RUBRIC_LEVELS = 50;

/**
 * Who the credential speaks of: the subject or subjects; the assertion itself in Open Badges 1 and 2; all of the claims in
 * an SD-JWT VC, which says by `vct` that it is one; a résumé itself.
 */
export function subjectsOf(credential: JsonObject): Located<JsonObject>[] {
  const root = { value: credential, path: '' };
  const subjects = objectsAt(root, 'credentialSubject', MAX_SUBJECTS);
  if (subjects.length > 0) return subjects;
  const isItsOwnSubject =
    isObject(member(credential, 'badge')) || typeof member(credential, 'vct') === 'string' || isPlainRecord(credential);
  return isItsOwnSubject ? [root] : [];
}

/** A résumé (JSON Resume) or a learner record (LER-RS) with no credential around it: all of it is about its owner. */
export function isPlainRecord(credential: JsonObject): boolean {
  if (member(credential, '@context') !== undefined || member(credential, 'credentialSubject') !== undefined)
    return false;
  const named = [member(credential, 'type'), member(credential, '$schema')];
  return (
    isObject(member(credential, 'basics')) ||
    named.some((name) => typeof name === 'string' && /LER-RSType|jsonresume/.test(name))
  );
}

/**
 * Achievements that this credential itself awards. A learner record (`ClrSubject`) lists achievements only to say how
 * they relate; what was awarded is in the credentials nested in it, and each of those has its own verdict.
 */
export function achievementsOf(credential: JsonObject): AchievementOfSubject[] {
  return subjectsOf(credential)
    .filter((subject) => !stringsAt(subject.value, 'type').includes('ClrSubject'))
    .flatMap((subject) =>
      ACHIEVEMENT_KEYS.flatMap((key) => objectsAt(subject, key, MAX_PARTS)).map((achievement) => ({
        subject,
        achievement,
      })),
    )
    .slice(0, MAX_PARTS);
}

/** The result descriptions of an achievement, in document order. */
export function resultDescriptionsOf(achievement: Located<JsonObject>): Located<JsonObject>[] {
  return [
    ...objectsAt(achievement, 'resultDescription', MAX_PARTS),
    ...objectsAt(achievement, 'resultDescriptions', MAX_PARTS),
  ].slice(0, MAX_PARTS);
}

/** The rubric levels of a result description, in document order. */
export function rubricLevelsOf(description: Located<JsonObject>): Located<JsonObject>[] {
  return [
    ...objectsAt(description, 'rubricCriterionLevel', MAX_RUBRIC_LEVELS),
    ...objectsAt(description, 'rubricCriterionLevels', MAX_RUBRIC_LEVELS),
  ].slice(0, MAX_RUBRIC_LEVELS);
}

/** The results that a subject is said to have reached, in document order. */
export function resultsOf(subject: Located<JsonObject>): Located<JsonObject>[] {
  return [...objectsAt(subject, 'result', MAX_PARTS), ...objectsAt(subject, 'results', MAX_PARTS)].slice(0, MAX_PARTS);
}

/** Alignments of any object, objects and bare links alike, under each spelling in use. */
export function alignmentsOf(owner: Located<JsonObject>): Located[] {
  return [...listAt(owner, 'alignment', MAX_PARTS), ...listAt(owner, 'alignments', MAX_PARTS)].slice(0, MAX_PARTS);
}
