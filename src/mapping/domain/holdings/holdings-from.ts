import type { Claim } from '../claims/claim.js';
import { placeOf, type ClaimPlace } from '../levels/claim-place.js';
import { LEVEL_SOURCES, type NormalisedLevel } from '../levels/normalised-level.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Proof } from '../proof/proof-of.js';
import type { JsonObject } from '../reading/json-value.js';

export type HoldingVerdict = 'verified' | 'unverifiable' | 'failed';

/** What verification found; only what decides about holdings. */
export interface JudgedCredential {
  readonly verdict: HoldingVerdict | 'unsupported';
  /** Every reason of the verdict, such as `malformed` or `expired`. */
  readonly reasons: readonly string[];
  readonly recipient: 'match' | 'mismatch' | 'not_checked';
}

/** A mapping as it stands now, by machine or by a person. */
export type AcceptableMapping = Omit<Mapping, 'state'> & { readonly state: string };

export interface TrustInIssuer {
  readonly tier: string;
  readonly percent: number;
}

/** One competency that one credential shows, ready to be stored for its candidate. */
export interface HoldingDraft {
  readonly competencyId: string;
  readonly frameworkVersionId: string | null;
  readonly verdict: HoldingVerdict;
  readonly level: NormalisedLevel;
  readonly proof: Proof;
  readonly trust: TrustInIssuer;
  /** floor(proof x trust / 100), whole percent. */
  readonly strength: number;
  /** The mapping that gave the level, and the place of its claim. */
  readonly mapping: AcceptableMapping;
  readonly jsonPath: string;
}

export interface HoldingInputs {
  readonly credential: JsonObject;
  readonly claims: readonly Claim[];
  readonly mappings: readonly AcceptableMapping[];
  readonly judged: JudgedCredential;
  readonly proof: Proof;
  readonly levelOf: (claim: Claim) => NormalisedLevel;
  readonly trustFor: (competencyId: string) => TrustInIssuer;
}

const ACCEPTED = new Set(['mapped_auto', 'mapped_reviewed']);

interface Statement {
  readonly mapping: AcceptableMapping;
  readonly claim: Claim;
  readonly level: NormalisedLevel;
  readonly place: ClaimPlace;
}

/**
 * The competencies that a credential gives its candidate, each once however often it is stated, with the best known
 * level of the most trusted kind of statement; the level is unknown only if no statement knows one. The verdict is
 * carried along: ranking tells what is proven from what is merely claimed.
 *
 * @returns none when the credential belongs to somebody else, could not be read, or is of an unknown format; none for
 *   a competency that the credential itself says was not reached. In the order of competency ids.
 */
export function holdingsFrom(inputs: HoldingInputs): HoldingDraft[] {
  const { judged, proof, trustFor } = inputs;
  const { verdict } = judged;
  if (verdict === 'unsupported' || judged.recipient === 'mismatch' || judged.reasons.includes('malformed')) return [];
  const drafts: HoldingDraft[] = [];
  for (const [competencyId, statements] of statementsByCompetency(inputs)) {
    const best = bestOf(credited(statements));
    if (!best) continue;
    const trust = trustFor(competencyId);
    drafts.push({
      competencyId,
      frameworkVersionId: best.mapping.frameworkVersionId,
      verdict,
      level: best.level,
      proof,
      trust,
      strength: Math.floor((proof.percent * trust.percent) / 100),
      mapping: best.mapping,
      jsonPath: best.claim.jsonPath,
    });
  }
  return drafts.sort((a, b) => (a.competencyId < b.competencyId ? -1 : 1));
}

function statementsByCompetency({ credential, claims, mappings, levelOf }: HoldingInputs): Map<string, Statement[]> {
  const byCompetency = new Map<string, Statement[]>();
  for (const mapping of mappings) {
    const claim = claims[mapping.claimIndex];
    if (!claim || mapping.competencyId === null || !ACCEPTED.has(mapping.state)) continue;
    const statements = byCompetency.get(mapping.competencyId) ?? [];
    statements.push({ mapping, claim, level: levelOf(claim), place: placeOf(claim.jsonPath, credential) });
    byCompetency.set(mapping.competencyId, statements);
  }
  return byCompetency;
}

/**
 * Statements that earn something. A result that was not reached speaks for the skill wherever the same achievement
 * states it; a rubric level that was not reached speaks for itself alone, since another level of the rubric was.
 */
function credited(statements: readonly Statement[]): Statement[] {
  const vetoes = statements.filter(
    ({ level }) => level.status === 'no-credit' && level.reason !== 'rubric-level-not-reached',
  );
  return statements.filter(
    (statement) =>
      statement.level.status !== 'no-credit' && !vetoes.some((veto) => isSameAchievement(veto.place, statement.place)),
  );
}

function isSameAchievement(one: ClaimPlace, other: ClaimPlace): boolean {
  if (one.subject && other.subject && one.subject.path !== other.subject.path) return false;
  return !one.achievement || !other.achievement || one.achievement.path === other.achievement.path;
}

function bestOf(statements: readonly Statement[]): Statement | undefined {
  return statements.toSorted(
    (a, b) =>
      rankOf(a.level) - rankOf(b.level) ||
      (b.level.level ?? 0) - (a.level.level ?? 0) ||
      b.mapping.score - a.mapping.score ||
      a.mapping.claimIndex - b.mapping.claimIndex,
  )[0];
}

/** Known levels first, by trust in their source. */
function rankOf({ level, source }: NormalisedLevel): number {
  return level === null ? LEVEL_SOURCES.length : LEVEL_SOURCES.indexOf(source);
}
