import type { RawLevel } from '../claims/claim.js';
import { toMillionths, toPercentMillionths } from './decimal.js';
import { valueOnScale } from './known-scales.js';
import type { LevelReading } from './normalised-level.js';
import { levelOfRank, levelOnLine, type ProficiencyScale } from './proficiency-scale.js';
import { CEFR, LEVEL_WORDS, SCALE_MAPS, type ScaleMap } from '../../../scoring/index.js';

const HUNDRED_PERCENT = 100_000_000n;

/**
 * A stated level on the organization's scale: by its own range, else by the table of the scale it names, else by
 * what it says by itself (a language level, a word such as "proficient", "3 of 4", a percentage). A bare whole number
 * without any scale is read on the organization's own scale when it fits there.
 *
 * @returns null when it cannot be told; the raw words are kept all the same
 */
export function levelOfRaw(raw: RawLevel, scale: ProficiencyScale): number | null {
  const value = raw.value.trim();
  if (raw.min !== undefined || raw.max !== undefined) return levelInRange(value, raw, scale);
  if (raw.scale !== null) return levelOnNamedScale(raw.scale, value, scale);
  return levelByItself(value, scale) ?? levelOfBareNumber(value, scale);
}

/** The level of a text that names one by itself, without any number to be guessed at. */
export function levelByItself(value: string, scale: ProficiencyScale): number | null {
  const share = /^(\d{1,2})\s?(?:\/|of|von|out of)\s?(\d{1,2})$/i.exec(value);
  if (share) return levelOfShare(Number(share[1]), Number(share[2]), scale);
  if (value.endsWith('%')) return percentLevel(value, scale);
  for (const name of [CEFR.name, LEVEL_WORDS.name]) {
    const map = scale.maps.find((candidate) => candidate.name === name);
    const level = map ? stepLevel(map, value, scale) : null;
    if (level !== null) return level;
  }
  return null;
}

/** The place of a text among the steps of a scale, counted from 0; -1 when it is none of them. */
export function stepIndex(map: ScaleMap, text: string): number {
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return map.steps.findIndex((step) => step.includes(written));
}

/** Whether a level was read by the steps of a scale, so that it depends on how the organization reads that scale. */
export function isReadBySteps({ level, raw, scale }: Pick<LevelReading, 'level' | 'raw' | 'scale'>): boolean {
  if (level === null || raw === null) return false;
  if (SCALE_MAPS.some(({ name }) => name === scale)) return true;
  return [CEFR, LEVEL_WORDS].some((map) => stepIndex(map, raw) >= 0);
}

function levelInRange(value: string, { min, max }: RawLevel, scale: ProficiencyScale): number | null {
  const [at, from, to] = [toMillionths(value), toMillionths(min ?? '0'), toMillionths(max)];
  if (at === undefined || from === undefined || to === undefined) return levelByItself(value, scale);
  return levelOnLine(at, from, to, scale);
}

function levelOnNamedScale(name: string, value: string, scale: ProficiencyScale): number | null {
  const map = scale.maps.find((candidate) => candidate.name === name);
  if (!map) return null;
  const written = stepLevel(map, value, scale);
  if (written !== null) return written;
  const inside = valueOnScale(name, value);
  return (inside === undefined ? null : stepLevel(map, inside, scale)) ?? levelByItself(value, scale);
}

function stepLevel(map: ScaleMap, value: string, scale: ProficiencyScale): number | null {
  const index = stepIndex(map, value);
  if (index < 0) return null;
  const set = map.levelsOf?.get(scale.levels) ?? (scale.levels === 5 ? map.levelsOfFive : undefined);
  if (set !== undefined) return set[index] ?? null;
  return levelOfRank(index + 1, map.steps.length, scale);
}

function levelOfShare(rank: number, count: number, scale: ProficiencyScale): number | null {
  return rank >= 1 && rank <= count && count >= 2 ? levelOfRank(rank, count, scale) : null;
}

function percentLevel(value: string, scale: ProficiencyScale): number | null {
  const percent = toPercentMillionths(value);
  return percent === undefined ? null : levelOnLine(percent, 0n, HUNDRED_PERCENT, scale);
}

function levelOfBareNumber(value: string, scale: ProficiencyScale): number | null {
  const digits = /^(?:level|lvl|stufe|niveau|nivel)?\s?(\d{1,2})$/i.exec(value)?.[1];
  const level = digits === undefined ? 0 : Number(digits);
  return level >= 1 && level <= scale.levels ? level : null;
}
