import { type JsonObject, textOf } from '../json/json-members.js';
import { languageTexts, preferredText } from './language-map.js';
import type { CtdlNode } from './ctdl-documents.js';
import type { RubricLevel } from '../import/rubric-levels.js';

/** A level of a criterion, with what tells its place among the others. */
export interface CriterionLevel extends RubricLevel {
  /** '' for a level that only its graph knows. */
  readonly uri: string;
  /** What is kept of it: points, percentages, feedback and the like. */
  readonly kept: JsonObject;
  readonly ranks: readonly (number | undefined)[];
}

/** Points are worth more than any order, the order of a rubric's columns more than that of the cells. */
const RANKS = ['value', 'percentage', 'minValue', 'minPercentage', 'maxValue', 'maxPercentage'] as const;

/**
 * @param column the rubric's level that the criterion's level stands under
 * @param language of the texts that are wanted
 */
export function criterionLevel(
  { id, members }: CtdlNode,
  column: { readonly node: CtdlNode | undefined; readonly place: number | undefined },
  language: string,
): CriterionLevel {
  const text = (from: JsonObject, ...names: string[]): string =>
    names.map((name) => preferredText(languageTexts(from[name], language), language)?.text ?? '').find(Boolean) ?? '';
  const header = column.node?.members ?? {};
  const numbers = RANKS.map((name) => [name, numberOf(members[name])] as const);
  return {
    uri: id.startsWith('_:') ? '' : id,
    quality: text(members, 'benchmarkLabel', 'name') || text(header, 'name'),
    // Published with a capital letter, too.
    description: text(members, 'benchmarkText', 'BenchmarkText', 'description') || text(header, 'description'),
    kept: {
      ...Object.fromEntries(numbers),
      code: textOf(members.codedNotation),
      feedback: text(members, 'feedback'),
      isBinaryEvaluation: members.isBinaryEvaluation === true ? true : undefined,
    },
    ranks: [...numbers.map(([, number]) => number), column.place, numberOf(header.listID), numberOf(members.listID)],
  };
}

/** Lowest first, by the first measure that every level has; as they are listed where there is none. */
export function inOrder(levels: readonly CriterionLevel[]): CriterionLevel[] {
  const measures = levels[0]?.ranks.map((_, at) => levels.map(({ ranks }) => ranks[at])) ?? [];
  const measure = measures.findIndex((ranks) => ranks.every((rank) => rank !== undefined));
  return measure < 0 ? [...levels] : [...levels].sort((a, b) => (a.ranks[measure] ?? 0) - (b.ranks[measure] ?? 0));
}

export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}
