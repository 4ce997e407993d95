import { Injectable } from '@nestjs/common';
import { CompetencyWordings } from '../../frameworks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid } from '../../platform/errors/index.js';
import type { ModelPart } from '../domain/mapping/mapping.js';
import { type LikelyMeaning, type LikelyMeanings, MOST_SUGGESTED } from '../domain/mapping/suggest-unmapped.js';
import { mergeSuggestions } from '../domain/suggest/merge-suggestions.js';
import { passagesOf } from '../domain/suggest/passages.js';
import { suggestFor } from '../domain/suggest/suggest-for.js';
import type { Suggestion } from '../domain/suggest/suggest-in.js';
import type { WordingIndex } from '../domain/suggest/wording-index.js';
import { type AskedModel, type FoundMeanings, MeaningSearch } from './meaning-search.js';
import { WordingIndexes } from './wording-indexes.js';

/** Characters of a claim that are looked up: a name, not a narrative. */
const LONGEST = 500;
/** Many hold the same achievement, whose claims are looked up once. */
const TEXTS_KEPT = 5_000;

interface LoadedVersion {
  readonly version: string;
  readonly index: WordingIndex;
}

/** Finds what texts may mean: by their words at once, when the indexes are in memory; by their meaning within seconds. */
@Injectable()
export class LikelyMeaningsSource {
  /** By organization, version, part of the model and text; the longest unused first. */
  private readonly kept = new Map<string, readonly Suggestion[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wordings: CompetencyWordings,
    private readonly indexes: WordingIndexes,
    private readonly meanings: MeaningSearch,
  ) {}

  /** Reads the frameworks in force into memory, so that no transaction has to wait for it. */
  async ofOrganization(organizationId: string): Promise<LikelyMeanings> {
    const versions = await this.unitOfWork.run(organizationId, (tx) => this.wordings.versionsInForce(tx, undefined));
    const loaded: LoadedVersion[] = [];
    for (const version of versions) {
      const index = await this.indexIfSmallEnough(organizationId, version);
      if (index !== undefined) loaded.push({ version, index });
    }
    const find = await this.meanings.over(
      organizationId,
      loaded.map(({ version }) => version),
    );
    return async (texts) => {
      const read = texts.map((text) => text.slice(0, LONGEST));
      const meanings = await find(read.flatMap((text) => passagesOf(text)));
      return read.map((text) => this.meaningsOf(organizationId, loaded, text, meanings));
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

  private meaningsOf(
    organizationId: string,
    loaded: readonly LoadedVersion[],
    text: string,
    meanings: FoundMeanings,
  ): LikelyMeaning[] {
    const versionOf = new Map<string, string>();
    const found = loaded.flatMap(({ version, index }) => {
      const scope = `${organizationId} ${version}${partOf(meanings.model, version)?.state ?? ''}`;
      const suggestions = this.find(scope, text, () => suggestFor(index, text, MOST_SUGGESTED, meanings.in(version)));
      for (const { competencyId } of suggestions) versionOf.set(competencyId, version);
      return suggestions;
    });
    return mergeSuggestions(found, MOST_SUGGESTED).map((suggestion) => {
      const version = versionOf.get(suggestion.competencyId) ?? '';
      return toMeaning(suggestion, version, partOf(meanings.model, version));
    });
  }

  private find(scope: string, text: string, search: () => readonly Suggestion[]): readonly Suggestion[] {
    const key = `${scope} ${text}`;
    const found = this.kept.get(key) ?? search();
    this.kept.delete(key);
    this.kept.set(key, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > TEXTS_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }
}

function partOf(model: AskedModel | undefined, version: string): ModelPart | undefined {
  const state = model?.versions.get(version);
  return model === undefined || state === undefined ? undefined : { name: model.name, state };
}

function toMeaning(suggestion: Suggestion, frameworkVersionId: string, model: ModelPart | undefined): LikelyMeaning {
  const { competencyId, method, confidence, matchedText, signals } = suggestion;
  const known = { competencyId, frameworkVersionId, method, confidence, matchedText, signals };
  return model === undefined ? known : { ...known, model };
}
