import type { Claim } from '../claims/claim.js';
import type { Mapping, MappingMethod, ModelPart } from './mapping.js';

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
  /** The embedding model that had a part in it or should have had, where one is configured. */
  readonly model?: ModelPart;
}

/** What each of some texts may mean in the frameworks in force, the likeliest first; the same for the same text. */
export type LikelyMeanings = (texts: readonly string[]) => Promise<readonly (readonly LikelyMeaning[])[]>;

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
export async function suggestUnmapped(
  mappings: readonly Mapping[],
  claims: readonly Claim[],
  likely: LikelyMeanings,
): Promise<Mapping[]> {
  const lookedUp = mappings
    .filter(({ state, claimIndex }) => state === 'unmapped' && claims[claimIndex] !== undefined)
    .slice(0, MOST_LOOKED_UP);
  const meanings = await likely(lookedUp.map(({ claimIndex }) => claims[claimIndex]?.text ?? ''));
  return mappings.flatMap((mapping) => {
    const found = (meanings[lookedUp.indexOf(mapping)] ?? []).filter(
      ({ confidence }) => confidence >= LEAST_CONFIDENCE,
    );
    return [mapping, ...found.slice(0, MOST_SUGGESTED).map((meaning) => suggestionOf(mapping, meaning))];
  });
}

function suggestionOf({ claimIndex, evidence }: Mapping, meaning: LikelyMeaning): Mapping {
  const { competencyId, frameworkVersionId, method, confidence, matchedText, signals, model } = meaning;
  return {
    claimIndex,
    competencyId,
    frameworkVersionId,
    method,
    score: Math.round(confidence * 10_000),
    state: 'suggested',
    evidence: { ...evidence, matched: matchedText, signals, ...(model === undefined ? {} : { model }) },
  };
}
