import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { canonicalKey } from '../domain/identifier/canonical-identifier.js';
import { canonicalIdentifiers } from '../domain/identifier/identifier.js';
import { normaliseLabel } from '../domain/label/label-normaliser.js';
import { labelWords } from '../domain/label/label-words.js';
import { searchIn, type TypedText } from '../domain/search/search-in.js';
import {
  CompetencySearchRepository,
  type SearchedFramework,
  type RankedHit,
  type SearchHit,
  type SearchScope,
} from '../persistence/competency-search.repository.js';
import { SearchIndexes } from './search-indexes.js';

/** More words than this are a sentence; the rest of it is not looked for. */
const MAX_WORDS = 8;

/** Which hits are wanted; the framework is looked up in the transaction that reads first. */
export interface SearchRequest extends Omit<SearchScope, 'frameworkId'> {
  readonly frameworkId: (tx: Transaction) => Promise<string | undefined>;
}

/** Finds competencies for people who type: by code or address, by name, by the beginnings of words, and misspelled. */
@Injectable()
export class SearchCompetencies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly competencies: CompetencySearchRepository,
    private readonly indexes: SearchIndexes,
  ) {}

  /**
   * Best first: identifiers, whole labels, their beginnings, words in them; where none of these finds anything, labels
   * with similar words; last, words of definitions and notes. Preferred labels come before others, short ones before
   * long ones.
   *
   * @param text undefined for all competencies in the order of labels
   */
  async run(
    organizationId: string,
    text: string | undefined,
    { frameworkId: idOf, ...rest }: SearchRequest,
  ): Promise<SearchHit[]> {
    if (text === undefined) {
      return this.unitOfWork.run(organizationId, async (tx) =>
        this.competencies.all(tx, { ...rest, frameworkId: await idOf(tx) }),
      );
    }
    const { frameworks, identified } = await this.unitOfWork.run(organizationId, async (tx) => {
      const frameworkId = await idOf(tx);
      const searched = await this.competencies.frameworks(tx, frameworkId);
      return { frameworks: searched, identified: await this.byKeys(tx, text, searched) };
    });
    const typed = { typed: text, words: labelWords(normaliseLabel(text)).slice(0, MAX_WORDS) };
    const found = new Map<string, RankedHit>();
    for (const hit of [...identified, ...(await this.inIndexes(organizationId, frameworks, typed))]) {
      const known = found.get(hit.id);
      if (known === undefined || inOrder(hit, known) < 0) found.set(hit.id, hit);
    }
    const page = firstInOrder([...found.values()].filter(isAfter(rest.after)), rest.limit);
    return this.unitOfWork.run(organizationId, (tx) => this.competencies.described(tx, page));
  }

  private byKeys(tx: Transaction, text: string, frameworks: readonly SearchedFramework[]): Promise<RankedHit[]> {
    const identifiers = [
      ...canonicalIdentifiers({ url: text }),
      ...frameworks.flatMap(({ name }) => canonicalIdentifiers({ code: text, framework: name })),
    ];
    const versions = frameworks.map(({ versionId }) => versionId);
    return this.competencies.byKeys(tx, [...new Set(identifiers.map(canonicalKey))], versions);
  }

  private async inIndexes(
    organizationId: string,
    frameworks: readonly SearchedFramework[],
    typed: TypedText,
  ): Promise<RankedHit[]> {
    const hits: RankedHit[] = [];
    for (const { versionId } of frameworks) {
      const index = await this.indexes.of(organizationId, versionId);
      for (const { entry, ...hit } of searchIn(index, typed)) {
        const indexed = index.entries[entry];
        if (indexed !== undefined) hits.push({ ...hit, id: indexed.id, versionId, sortLabel: indexed.sortLabel });
      }
    }
    return hits;
  }
}

type SortValues = Pick<RankedHit, 'tier' | 'similarity' | 'sortLabel' | 'id'>;

function inOrder(a: SortValues, b: SortValues): number {
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (a.similarity !== b.similarity) return b.similarity - a.similarity;
  if (a.sortLabel !== b.sortLabel) return a.sortLabel < b.sortLabel ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const isAfter =
  (last: SearchScope['after']) =>
  (hit: RankedHit): boolean =>
    last === undefined || inOrder(hit, last) > 0;

/** Only as many tiers are put in order as the page needs: one letter finds thousands. */
function firstInOrder(hits: readonly RankedHit[], limit: number): RankedHit[] {
  const page: RankedHit[] = [];
  for (const tier of [...new Set(hits.map((hit) => hit.tier))].sort((a, b) => a - b)) {
    page.push(...hits.filter((hit) => hit.tier === tier).sort(inOrder));
    if (page.length >= limit) break;
  }
  return page.slice(0, limit);
}
