import { canonicalIdentifiers, canonicalKey, normaliseLabel } from '../../../frameworks/index.js';
import type { Claim } from '../claims/claim.js';

/** A competency that was found by identifier, crosswalk or label. */
export interface FoundCompetency {
  readonly competencyId: string;
  readonly frameworkVersionId: string;
  /** `skill`, `knowledge`, `group`, `occupation`... */
  readonly type: string;
  /** False for headings of a framework that nobody holds as such. */
  readonly assignable: boolean;
  /** Preferred and alternative labels in all languages, normalised. */
  readonly labels: readonly string[];
}

/** Found by an identifier: the competency's own, or one that a crosswalk calls exactly the same. */
export interface IdentifiedCompetency extends FoundCompetency {
  readonly via: 'identifier' | 'crosswalk';
  readonly path?: readonly string[];
}

/** Found by a crosswalk that is not exact. */
export interface NearCompetency extends FoundCompetency {
  readonly relation: string;
  readonly path: readonly string[];
}

/** What the frameworks of the organization know of the keys and labels that {@link queriesFor} asked for. */
export interface CompetencySource {
  byIdentifier(canonicalKey: string): readonly IdentifiedCompetency[];
  /** What a crosswalk calls near to the key without being the same, the nearest first. */
  byNearCrosswalk(canonicalKey: string): readonly NearCompetency[];
  byPreferredLabel(normalisedLabel: string): readonly FoundCompetency[];
  /** Nothing where the organization has not asked for such labels to be mapped. */
  byAlternativeLabel(normalisedLabel: string): readonly FoundCompetency[];
  /** Competencies that only earlier versions had, by a key or a preferred label of the last version that had them. */
  removed(keyOrLabel: string): readonly FoundCompetency[];
}

/** Keys and labels to look up before claims can be mapped, each once. */
export interface ClaimQueries {
  readonly identifierKeys: readonly string[];
  readonly labels: readonly string[];
}

/** Everything that {@link mapClaims} will ask of a {@link CompetencySource} for these claims. */
export function queriesFor(claims: readonly Claim[]): ClaimQueries {
  const skills = claims.filter(mayStateSkill);
  return {
    identifierKeys: [...new Set(skills.flatMap(identifierKeysOf))],
    labels: [...new Set(skills.flatMap(labelsOf))],
  };
}

/** The canonical keys of the skill that a claim identifies, the most telling first; empty when it identifies none. */
export function identifierKeysOf({ uri, code, framework, type }: Claim): string[] {
  return canonicalIdentifiers({ url: uri, code, framework, type }).map(canonicalKey);
}

/** The normalised words of a claim in each language it has, the preferred one first. */
export function labelsOf({ text, translations = [] }: Claim): string[] {
  return [...new Set([text, ...translations].map((words) => normaliseLabel(words)).filter((label) => label !== ''))];
}

/** Claims of other things (levels, occupations, credentials, accreditations) never become competencies. */
export function mayStateSkill(claim: Claim): boolean {
  return claim.class === 'skill' || claim.class === 'group' || claim.class === 'unknown';
}
