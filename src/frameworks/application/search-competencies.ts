import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { canonicalIdentifiers } from '../domain/identifier/identifier.js';
import { normaliseLabel } from '../domain/label/label-normaliser.js';
import { labelWords } from '../domain/label/label-words.js';
import {
  CompetencySearchRepository,
  type SearchHit,
  type SearchScope,
} from '../persistence/competency-search.repository.js';
import { FrameworkReadRepository } from '../persistence/framework-read.repository.js';

/** More words than this are a sentence; the rest of it is not looked for. */
const MAX_WORDS = 8;
const SIMILAR_TIER = 7;
/** Codes are looked for in so many frameworks. */
const MAX_FRAMEWORKS = 200;

/** Finds competencies for people who type: by code or address, by name, by the beginnings of words, and misspelled. */
@Injectable()
export class SearchCompetencies {
  constructor(
    private readonly competencies: CompetencySearchRepository,
    private readonly frameworks: FrameworkReadRepository,
  ) {}

  /**
   * Best first: identifiers, whole labels, their beginnings, words in them; preferred labels before others. Only where
   * all of these find nothing, labels with similar words.
   *
   * @param text undefined for all competencies in the order of labels
   */
  async run(tx: Transaction, text: string | undefined, scope: SearchScope): Promise<SearchHit[]> {
    if (text === undefined) return this.competencies.all(tx, scope);
    const normalised = normaliseLabel(text);
    const words = labelWords(normalised).slice(0, MAX_WORDS);
    if (scope.after !== undefined && scope.after.tier === SIMILAR_TIER) {
      return this.competencies.withSimilarWords(tx, normalised, words, scope);
    }
    const keys = await this.keysOf(tx, text);
    const quick = await this.competencies.beginningWith(tx, normalised, keys, scope);
    if (quick.length === scope.limit || words.length === 0) return quick;
    const literal = await this.competencies.withWords(tx, normalised, words, keys, scope);
    if (literal.length > 0 || scope.after !== undefined) return literal;
    return this.competencies.withSimilarWords(tx, normalised, words, scope);
  }

  /** The text as an address, and as a code of each framework. */
  private async keysOf(tx: Transaction, text: string): Promise<string[]> {
    const frameworks = await this.frameworks.list(tx, null, MAX_FRAMEWORKS);
    const identifiers = [
      ...canonicalIdentifiers({ url: text }),
      ...frameworks.flatMap(({ name }) => canonicalIdentifiers({ code: text, framework: name })),
    ];
    return [...new Set(identifiers.map(canonicalKey))];
  }
}
