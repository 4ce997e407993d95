import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CompetencyReader, type CompetencySummary, CompetencyWordings } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { mergeSuggestions } from '../domain/suggest/merge-suggestions.js';
import { passagesOf } from '../domain/suggest/passages.js';
import { suggestionsFor } from '../domain/suggest/suggest-for.js';
import type { Suggestion } from '../domain/suggest/suggest-in.js';
import { type AskedModel, type FoundMeanings, MeaningSearch } from './meaning-search.js';
import { WordingIndexes } from './wording-indexes.js';

export interface SuggestedCompetency extends Suggestion {
  readonly competency: CompetencySummary;
}

/** What was found, and the model that had a part in it where one is configured. */
export interface FoundBy<T> {
  readonly found: T;
  readonly model: AskedModel | undefined;
}

/** Finds which competencies a text may speak of. Decides nothing: what it finds is for a person to choose from. */
@Injectable()
export class SuggestCompetencies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly indexes: WordingIndexes,
    private readonly reader: CompetencyReader,
    private readonly meanings: MeaningSearch,
  ) {}

  /**
   * @param framework id, slug or name of one framework; undefined for all in force
   * @throws {NotFound} `framework-not-found`
   */
  async run(
    organizationId: string,
    { text, framework, limit }: { text: string; framework: string | undefined; limit: number },
  ): Promise<FoundBy<SuggestedCompetency[]>> {
    const versions = await this.versions(organizationId, framework);
    const meanings = await this.meaningsOf(organizationId, versions, [text]);
    const found = await this.search(organizationId, text, versions, limit, meanings);
    const ids = found.map(({ competencyId }) => competencyId);
    const summaries = await this.unitOfWork.run(organizationId, (tx) => this.reader.summaries(tx, ids));
    const shown = found.flatMap((suggestion) => {
      const competency = summaries.get(suggestion.competencyId);
      return competency === undefined ? [] : [{ ...suggestion, competency }];
    });
    return { found: shown, model: meanings.model };
  }

  /**
   * The likeliest of each text by itself.
   *
   * @throws {NotFound} `framework-not-found`
   */
  async inEach(
    organizationId: string,
    texts: readonly string[],
    framework: string | undefined,
    limit: number,
  ): Promise<FoundBy<readonly (readonly Suggestion[])[]>> {
    const versions = await this.versions(organizationId, framework);
    const meanings = await this.meaningsOf(organizationId, versions, texts);
    const found: Suggestion[][] = [];
    for (const text of texts) found.push(await this.search(organizationId, text, versions, limit, meanings));
    return { found, model: meanings.model };
  }

  private versions(organizationId: string, framework: string | undefined) {
    return this.unitOfWork.run(organizationId, (tx) => this.wordings.versionsInForce(tx, framework));
  }

  private async meaningsOf(
    organizationId: string,
    versions: readonly string[],
    texts: readonly string[],
  ): Promise<FoundMeanings> {
    const find = await this.meanings.over(organizationId, versions);
    return find(texts.flatMap((text) => passagesOf(text)));
  }

  private async search(
    organizationId: string,
    text: string,
    versions: readonly string[],
    limit: number,
    meanings: FoundMeanings,
  ): Promise<Suggestion[]> {
    let found: Suggestion[] = [];
    for (const version of passagesOf(text).length === 0 ? [] : versions) {
      const index = await this.indexes.of(organizationId, version);
      for (const suggestions of suggestionsFor(index, text, limit, meanings.in(version))) {
        found = mergeSuggestions([...found, ...suggestions], limit);
        // A long text is many searches; other requests go on between them.
        await setImmediate();
      }
    }
    return found;
  }
}
