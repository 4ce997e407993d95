import { Injectable } from '@nestjs/common';
import { CompetencyWordings } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import { type LikelyMeaning, type LikelyMeanings, MOST_SUGGESTED } from '../domain/mapping/suggest-unmapped.js';
import { mergeSuggestions } from '../domain/suggest/merge-suggestions.js';
import { suggestFor } from '../domain/suggest/suggest-for.js';
import type { Suggestion } from '../domain/suggest/suggest-in.js';
import type { WordingIndex } from '../domain/suggest/wording-index.js';
import { WordingIndexes } from './wording-indexes.js';

/** Characters of a claim that are looked up: a name, not a narrative. */
const LONGEST = 500;
/** Many hold the same achievement, whose claims are looked up once. */
const TEXTS_KEPT = 5_000;

/** Finds what texts may mean without waiting, once the indexes are in memory. */
@Injectable()
export class LikelyMeaningsSource {
  /** By organization, version and text; the longest unused first. */
  private readonly kept = new Map<string, readonly Suggestion[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly indexes: WordingIndexes,
  ) {}

  /** Reads the frameworks in force into memory, so that no transaction has to wait for it. */
  async ofOrganization(organizationId: string): Promise<LikelyMeanings> {
    const versions = await this.unitOfWork.run(organizationId, (tx) => this.wordings.versionsInForce(tx, undefined));
    const loaded: { version: string; index: WordingIndex }[] = [];
    for (const version of versions) {
      const index = await this.indexIfSmallEnough(organizationId, version);
      if (index !== undefined) loaded.push({ version, index });
    }
    return (text) => {
      const found = loaded.map(({ version, index }) => ({
        version,
        suggestions: this.find(`${organizationId} ${version}`, index, text.slice(0, LONGEST)),
      }));
      const versionOf = new Map(
        found.flatMap(({ version, suggestions }) => suggestions.map(({ competencyId }) => [competencyId, version])),
      );
      return mergeSuggestions(
        found.flatMap(({ suggestions }) => suggestions),
        MOST_SUGGESTED,
      ).map((suggestion) => toMeaning(suggestion, versionOf.get(suggestion.competencyId) ?? ''));
    };
  }

  /** Identifiers and labels of a framework that is too large for this are mapped all the same. */
  private async indexIfSmallEnough(organizationId: string, version: string): Promise<WordingIndex | undefined> {
    try {
      return await this.indexes.of(organizationId, version);
    } catch (error) {
      if (error instanceof Invalid && error.code === 'framework-too-large') return undefined;
      throw error;
    }
  }

  private find(scope: string, index: WordingIndex, text: string): readonly Suggestion[] {
    const key = `${scope} ${text}`;
    const found = this.kept.get(key) ?? suggestFor(index, text, MOST_SUGGESTED);
    this.kept.delete(key);
    this.kept.set(key, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > TEXTS_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }
}

function toMeaning(suggestion: Suggestion, frameworkVersionId: string): LikelyMeaning {
  const { competencyId, method, confidence, matchedText, signals } = suggestion;
  return { competencyId, frameworkVersionId, method, confidence, matchedText, signals };
}
