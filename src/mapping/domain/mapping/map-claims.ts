import type { Claim } from '../claims/claim.js';
import {
  identifierKeysOf,
  labelsOf,
  mayStateSkill,
  type CompetencySource,
  type FoundCompetency,
  type IdentifiedCompetency,
} from './claim-queries.js';
import { SCORE_OF, type Mapping, type DecisiveMethod, type MappingDoubt } from './mapping.js';
import { namesAgree } from './name-agreement.js';

/** Of an alternative label that maps without a person. */
const FEWEST_WORDS = 3;
/** Of what crosswalks call near to one key. */
const MOST_NEAR = 3;

/** Something that fits a claim, before it is decided whether it may be taken without a person. */
interface Match {
  readonly found: FoundCompetency;
  readonly method: DecisiveMethod;
  readonly matched: string;
  readonly path?: readonly string[];
  readonly relation?: string;
  readonly doubts: readonly MappingDoubt[];
}

/**
 * What each claim means in the frameworks of the organization. Taken without a person are only: the identifier of a
 * competency; one exact crosswalk hop from it; words that exactly are a preferred label; and, where the organization has
 * asked for it, words that exactly are an alternative label of three words or more. The first of these that fits anything
 * decides. A claim that fits nothing stays `unmapped`, as the issuer's own skill, and a repetition of it
 * is left out; sentences of a narrative that fit nothing stay mere claims.
 *
 * A claim that fits only what a newer version has dropped stays `unmapped` with a suggestion that names it, and so does
 * one that identifies what a crosswalk calls near to a competency.
 *
 * Only skills earn competencies: levels, occupations, credentials and accreditations are not mapped at all. Matches
 * with a {@link MappingDoubt} are suggestions.
 *
 * @param source answers for everything that `queriesFor(claims)` lists
 */
export function mapClaims(claims: readonly Claim[], source: CompetencySource): Mapping[] {
  const mappings: Mapping[] = [];
  const kept = new Set<string>();
  claims.forEach((claim, claimIndex) => {
    if (!mayStateSkill(claim)) return;
    const matches = matchesOf(claim, source);
    mappings.push(...matches.map((match) => mappingOf(claim, claimIndex, match)));
    if (matches.length > 0) return;
    const offered = [...nearMatches(claim, source), ...removedMatches(claim, source)];
    mappings.push(...offered.map((match) => mappingOf(claim, claimIndex, match)));
    if (claim.kind === 'narrative') return;
    const words = identifierKeysOf(claim)[0] ?? labelsOf(claim)[0] ?? '';
    if (kept.has(words)) return;
    kept.add(words);
    mappings.push(unmapped(claim, claimIndex));
  });
  return mappings;
}

function matchesOf(claim: Claim, source: CompetencySource): Match[] {
  const identified = byIdentifier(claim, source);
  const differs = identified.some((match) => match.doubts.includes('name-differs'));
  // When link and name disagree, the competency that is called like the name belongs beside it in the suggestion.
  const labelled = identified.length === 0 || differs ? byLabel(claim, source, differs) : [];
  if (identified.length === 0 && labelled.length === 0) return byAlternativeLabel(claim, source);
  const known = new Set(identified.map((match) => match.found.competencyId));
  return [...identified, ...labelled.filter((match) => !known.has(match.found.competencyId))];
}

function byIdentifier(claim: Claim, source: CompetencySource): Match[] {
  for (const key of identifierKeysOf(claim)) {
    const found = source.byIdentifier(key).filter(isSkill);
    const own = found.filter((candidate) => candidate.via === 'identifier');
    const taken = own.length > 0 ? own : found;
    if (taken.length > 0) return taken.map((candidate) => identifiedMatch(claim, key, candidate, taken));
  }
  return [];
}

function identifiedMatch(
  claim: Claim,
  key: string,
  candidate: IdentifiedCompetency,
  taken: readonly IdentifiedCompetency[],
): Match {
  const names = [claim.text, ...(claim.translations ?? [])].filter((name) => name !== '');
  const differs = names.length > 0 && !names.some((name) => namesAgree(name, candidate.labels));
  return {
    found: candidate,
    method: candidate.via,
    matched: key,
    ...(candidate.path && { path: candidate.path }),
    doubts: [...(differs ? ['name-differs' as const] : []), ...ambiguity(candidate, taken)],
  };
}

function byLabel(claim: Claim, source: CompetencySource, differs: boolean): Match[] {
  for (const label of labelsOf(claim)) {
    const found = source.byPreferredLabel(label).filter(isSkill);
    if (found.length > 0) return labelMatches(claim, label, found, 'preferred-label', differs);
  }
  return [];
}

/** Shorter ones are right in less than two of three times: "design", "visual basic". */
function byAlternativeLabel(claim: Claim, source: CompetencySource): Match[] {
  for (const label of labelsOf(claim).filter((each) => each.split(' ').length >= FEWEST_WORDS)) {
    const found = source.byAlternativeLabel(label).filter(isSkill);
    if (found.length > 0) return labelMatches(claim, label, found, 'alternative-label', false);
  }
  return [];
}

function labelMatches(
  claim: Claim,
  label: string,
  found: readonly FoundCompetency[],
  method: 'preferred-label' | 'alternative-label',
  differs: boolean,
): Match[] {
  return found.map((candidate) => ({
    found: candidate,
    method,
    matched: label,
    doubts: [
      ...(differs ? ['name-differs' as const] : []),
      // What an identifier settles by itself, words alone do not: nothing shows that they name a skill.
      ...(claim.class === 'unknown' ? ['class-unknown' as const] : []),
      ...(claim.kind === 'narrative' ? ['prose' as const] : []),
      ...ambiguity(candidate, found),
    ],
  }));
}

/** What crosswalks call near to what the claim identifies. */
function nearMatches(claim: Claim, source: CompetencySource): Match[] {
  for (const key of identifierKeysOf(claim)) {
    const near = source.byNearCrosswalk(key).filter(isSkill).slice(0, MOST_NEAR);
    if (near.length === 0) continue;
    return near.map((found) => ({
      found,
      method: 'crosswalk',
      matched: key,
      path: found.path,
      relation: found.relation,
      doubts: ['not-exact'],
    }));
  }
  return [];
}

/** What the claim meant before a newer version dropped the competency: a person says what takes its place. */
function removedMatches(claim: Claim, source: CompetencySource): Match[] {
  const ways = [
    ...identifierKeysOf(claim).map((matched) => ({ matched, method: 'identifier' as const })),
    ...(claim.kind === 'narrative' ? [] : labelsOf(claim)).map((matched) => ({
      matched,
      method: 'preferred-label' as const,
    })),
  ];
  for (const { matched, method } of ways) {
    const found = source.removed(matched).filter(isSkill);
    if (found.length > 0) return found.map((one) => ({ found: one, method, matched, doubts: ['removed'] }));
  }
  return [];
}

/** The entry type of a framework has the last word: an occupation is not a skill, however it was reached. */
function isSkill({ type }: FoundCompetency): boolean {
  return type !== 'occupation';
}

function ambiguity(candidate: FoundCompetency, all: readonly FoundCompetency[]): MappingDoubt[] {
  const rivals = all.filter((other) => other.frameworkVersionId === candidate.frameworkVersionId);
  return new Set(rivals.map((rival) => rival.competencyId)).size > 1 ? ['ambiguous'] : [];
}

function mappingOf(
  claim: Claim,
  claimIndex: number,
  { found, method, matched, path, relation, doubts }: Match,
): Mapping {
  const all: MappingDoubt[] = [
    ...(claim.origin === 'machine' ? ['machine-made' as const] : []),
    ...doubts,
    ...(found.assignable ? [] : ['not-assignable' as const]),
  ];
  return {
    claimIndex,
    competencyId: found.competencyId,
    frameworkVersionId: found.frameworkVersionId,
    method,
    score: SCORE_OF[method],
    state: all.length === 0 ? 'mapped_auto' : 'suggested',
    evidence: {
      jsonPath: claim.jsonPath,
      text: claim.text,
      matched,
      ...(path && { path }),
      ...(relation !== undefined && { relation }),
      ...(all.length > 0 && { doubts: all }),
      ...((claim.class === 'group' || found.type === 'group') && { group: true as const }),
    },
  };
}

function unmapped(claim: Claim, claimIndex: number): Mapping {
  return {
    claimIndex,
    competencyId: null,
    frameworkVersionId: null,
    method: 'none',
    score: SCORE_OF.none,
    state: 'unmapped',
    evidence: { jsonPath: claim.jsonPath, text: claim.text, matched: null },
  };
}
