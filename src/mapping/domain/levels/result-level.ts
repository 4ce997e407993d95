import { firstMember } from '../reading/json-value.js';
import { localisedText } from '../reading/localised-text.js';
import { toPercentMillionths } from './decimal.js';
import { scaleNamedIn } from './known-scales.js';
import type { LevelReading } from './normalised-level.js';
import { levelOfRank, levelOnLine, type ProficiencyScale } from './proficiency-scale.js';
import { levelByItself, levelOfRaw } from './raw-level.js';
import { allowedValuesOf, described, resultTypeOf, valueOf, type ResultReading } from './result-reading.js';
import { lowestFirst, sameValue } from './value-order.js';

/** Kinds of result whose value is no level of a skill: a forecast, the average of a programme, a mere state. */
const NO_LEVEL = new Set(['PredictedScore', 'GradePointAverage', 'Status']);

/**
 * The level from the value of a result: percentages and scores by their place between the lowest and highest value,
 * grades and other listed values by their place in the list, language levels and level words by themselves.
 *
 * @returns undefined when the result has no value that could be a level; level null when it has one that cannot be told
 */
export function resultLevel(reading: ResultReading, scale: ProficiencyScale): LevelReading | undefined {
  const value = valueOf(reading);
  const type = resultTypeOf(reading);
  if (!value || (type !== undefined && NO_LEVEL.has(type))) return undefined;
  const level =
    levelInRange(value.text, reading, type, scale) ??
    levelInList(value.text, reading, scale) ??
    levelInWords(value.text, value.path, reading, scale);
  return { level, raw: value.text, scale: type ?? null, jsonPath: value.path, source: 'result' };
}

function levelInRange(
  value: string,
  reading: ResultReading,
  type: string | undefined,
  scale: ProficiencyScale,
): number | null {
  const isPercent = type === 'Percent' || value.endsWith('%');
  const [min, max] = [described(reading, 'valueMin'), described(reading, 'valueMax')];
  const at = toPercentMillionths(value);
  const from = toPercentMillionths(min ?? (isPercent ? '0' : undefined));
  const to = toPercentMillionths(max ?? (isPercent ? '100' : undefined));
  return at === undefined || from === undefined || to === undefined ? null : levelOnLine(at, from, to, scale);
}

function levelInList(value: string, reading: ResultReading, scale: ProficiencyScale): number | null {
  const order = lowestFirst(allowedValuesOf(reading), described(reading, 'requiredValue'));
  const rank = order ? order.findIndex((entry) => sameValue(entry, value)) + 1 : 0;
  return order && rank > 0 ? levelOfRank(rank, order.length, scale) : null;
}

function levelInWords(value: string, path: string, reading: ResultReading, scale: ProficiencyScale): number | null {
  if (allowedValuesOf(reading).length > 0) return null;
  const name = reading.description && localisedText(firstMember(reading.description, ['name']))?.text;
  const named = scaleNamedIn(name, value);
  if (named === null) return levelByItself(value, scale);
  return levelOfRaw({ scale: named, value, jsonPath: path }, scale);
}
