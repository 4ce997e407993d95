import { dataModelOf } from '../data-model.js';
import { type JsonObject, idOf, isObject, listOf, typesOf } from '../json.js';
import type {
  AchievementFacts,
  CredentialFacts,
  EvidenceFacts,
  IdentifierFacts,
  IssuerFacts,
  StatusFacts,
  SubjectFacts,
} from './credential-facts.js';
import { textOfValue } from './text.js';
import { validityOf } from './validity-of.js';

/** Most of anything that is kept of one credential. */
export const mostOfEach = 100;

/**
 * Reads out what a credential says, in either version of the data model and with single values standing for lists.
 *
 * Takes any JSON: what is not of the expected form is left out.
 *
 * @param jwtClaims of a VC-JWT, whose `nbf` and `exp` bound the validity too
 */
export function factsOf(credential: JsonObject, jwtClaims: JsonObject = {}): CredentialFacts {
  const subjects = objectsIn(credential.credentialSubject).slice(0, mostOfEach);
  const achievements: JsonObject[] = [];
  for (const subject of subjects) achievements.push(...objectsIn(subject.achievement));
  const achievement = achievements[0];
  const issuer = issuerFacts(credential.issuer);
  const id = idOf(credential.id);
  const name = textOfValue(credential.name);
  const { validFrom, validUntil } = validityOf(credential, jwtClaims);
  // Set one by one: spreading parts into one another takes longer than all the reading.
  const facts: CredentialFacts = {
    types: typesOf(credential).slice(0, mostOfEach),
    dataModel: dataModelOf(credential),
    subjects: subjects.map(subjectFacts),
    validFrom,
    validUntil,
    evidence: evidenceIn([credential, ...subjects, ...achievements]),
    statusEntries: statedIn(credential.credentialStatus).map(statusFacts),
  };
  if (id !== undefined) facts.id = id;
  if (name !== undefined) facts.name = name;
  if (issuer) facts.issuer = issuer;
  if (achievement) facts.achievement = achievementFacts(achievement);
  return facts;
}

function objectsIn(value: unknown): JsonObject[] {
  return isObject(value) ? [value] : listOf(value).filter(isObject);
}

function statedIn(value: unknown): unknown[] {
  return value === undefined ? [] : listOf(value).slice(0, mostOfEach);
}

function evidenceIn(owners: readonly JsonObject[]): EvidenceFacts[] {
  const stated: unknown[] = [];
  for (const { evidence } of owners) if (evidence !== undefined) stated.push(...statedIn(evidence));
  return stated.length === 0 ? [] : stated.slice(0, mostOfEach).map(evidenceFacts);
}

/** The issuer or any other profile, which may be written as its id alone. */
function issuerFacts(value: unknown): IssuerFacts | undefined {
  const id = idOf(value);
  if (id === undefined) return undefined;
  const facts: IssuerFacts = { id };
  if (!isObject(value)) return facts;
  const name = textOfValue(value.name);
  const url = textOfValue(value.url);
  const image = idOf(value.image);
  if (name !== undefined) facts.name = name;
  if (url !== undefined) facts.url = url;
  if (image !== undefined) facts.image = image;
  return facts;
}

function subjectFacts(subject: JsonObject): SubjectFacts {
  const identifiers = statedIn(subject.identifier).flatMap(identifierFacts);
  const facts: SubjectFacts = { identifiers };
  const id = idOf(subject);
  const name = textOfValue(subject.name);
  if (id !== undefined) facts.id = id;
  if (name !== undefined) facts.name = name;
  return facts;
}

function identifierFacts(value: unknown): IdentifierFacts[] {
  if (!isObject(value) || typeof value.identityHash !== 'string') return [];
  // A boolean and its text are the same to the signature.
  const hashed = value.hashed === true || value.hashed === 'true';
  const type = textOfValue(value.identityType);
  const salt = typeof value.salt === 'string' ? value.salt : undefined;
  return [{ value: value.identityHash, hashed, ...texts({ type, salt }) }];
}

export function achievementFacts(achievement: JsonObject): AchievementFacts {
  const creator = issuerFacts(achievement.creator);
  const criteria = listOf(achievement.criteria).find((it) => typeof it === 'string' || isObject(it));
  const narrative = isObject(criteria) ? textOfValue(criteria.narrative) : undefined;
  const facts: AchievementFacts = {};
  const id = idOf(achievement);
  const name = textOfValue(achievement.name);
  const description = textOfValue(achievement.description);
  const type = textOfValue(achievement.achievementType);
  const image = idOf(achievement.image);
  if (id !== undefined) facts.id = id;
  if (name !== undefined) facts.name = name;
  if (description !== undefined) facts.description = description;
  if (type !== undefined) facts.type = type;
  if (image !== undefined) facts.image = image;
  if (criteria !== undefined) facts.criteria = texts({ id: idOf(criteria), narrative });
  if (creator) facts.creator = creator;
  return facts;
}

export function evidenceFacts(value: unknown): EvidenceFacts {
  if (!isObject(value)) return texts({ id: idOf(value) });
  const { name, description, narrative, genre } = value;
  return texts({
    id: idOf(value),
    name: textOfValue(name),
    description: textOfValue(description),
    narrative: textOfValue(narrative),
    genre: textOfValue(genre),
  });
}

function statusFacts(value: unknown): StatusFacts {
  if (!isObject(value)) return { types: [], ...texts({ id: idOf(value) }) };
  const index = value.statusListIndex;
  return {
    types: typesOf(value),
    ...texts({
      id: idOf(value),
      purpose: textOfValue(value.statusPurpose),
      list: idOf(value.statusListCredential),
      index: typeof index === 'string' || typeof index === 'number' ? String(index) : undefined,
    }),
  };
}

/** The entries that are there, so that no fact is `undefined` in one place and missing in another. */
export function texts<K extends string>(entries: Record<K, string | undefined>): Partial<Record<K, string>> {
  const stated: Partial<Record<K, string>> = {};
  for (const name in entries) if (entries[name] !== undefined) stated[name] = entries[name];
  return stated;
}
