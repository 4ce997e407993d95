import type { Claim } from '../claims/claim.js';
import type { Mapping, MappingMethod } from './mapping.js';

/** A competency that a text may mean. */
export interface LikelyMeaning {
  readonly competencyId: string;
  readonly frameworkVersionId: string;
  readonly method: Exclude<MappingMethod, 'identifier' | 'crosswalk' | 'review' | 'none'>;
  /** 0 to 1. */
  readonly confidence: number;
  /** The part of the text that led here. */
  readonly matchedText: string;
  readonly signals: Readonly<Record<string, number>>;
}

/** What a text may mean in the frameworks in force, the likeliest first; the same for the same text. */
export type LikelyMeanings = (text: string) => readonly LikelyMeaning[];

/** Claims of one credential that are looked up by their words. */
export const MOST_LOOKED_UP = 20;
/** Suggestions for one claim. */
export const MOST_SUGGESTED = 3;
/** About three of four right answers to phrases are surer, and what has nothing to do with the words is far less sure. */
export const LEAST_CONFIDENCE = 0.1;

/**
 * Adds what claims that fit nothing may mean, for people to choose from. Such a claim stays `unmapped`, as the issuer's own
 * skill, until a person decides.
 */
export function suggestUnmapped(
  mappings: readonly Mapping[],
  claims: readonly Claim[],
  likely: LikelyMeanings,
): Mapping[] {
  let lookedUp = 0;
  return mappings.flatMap((mapping) => {
    const claim = claims[mapping.claimIndex];
    if (mapping.state !== 'unmapped' || claim === undefined || lookedUp >= MOST_LOOKED_UP) return [mapping];
    lookedUp += 1;
    const meanings = likely(claim.text).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
    return [mapping, ...meanings.slice(0, MOST_SUGGESTED).map((meaning) => suggestionOf(mapping, meaning))];
  });
}

function suggestionOf({ claimIndex, evidence }: Mapping, meaning: LikelyMeaning): Mapping {
  const { competencyId, frameworkVersionId, method, confidence, matchedText, signals } = meaning;
  return {
    claimIndex,
    competencyId,
    frameworkVersionId,
    method,
    score: Math.round(confidence * 10_000),
    state: 'suggested',
    evidence: { ...evidence, matched: matchedText, signals },
  };
}
