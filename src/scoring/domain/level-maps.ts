import type { FieldProblem } from '../../platform/errors/index.js';
import { SCALE_MAPS, type ScaleMap } from './scale-maps.js';

export const FEWEST_LEVELS = 2;
export const MOST_LEVELS = 9;
const USUAL_LEVELS = 5;

/** How an organization reads one scale of others on levels of its own. */
export interface LevelMap {
  /** Name of one of the known scales. */
  readonly scale: string;
  /** Number of own levels, {@link FEWEST_LEVELS} to {@link MOST_LEVELS}. */
  readonly top: number;
  /** Level of each step of the scale, lowest step first; never falling. */
  readonly levels: readonly number[];
}

/** What an organization has set; scales that are not named are read as the code has them. */
export interface NumberedLevelMaps {
  readonly version: number;
  readonly maps: readonly LevelMap[];
}

export const DEFAULT_LEVEL_MAPS: NumberedLevelMaps = { version: 1, maps: [] };

/** A level map with the steps that it is about. */
export interface ShownLevelMap extends LevelMap {
  /** Each step with every way of writing it. */
  readonly steps: readonly (readonly string[])[];
  readonly isDefault: boolean;
}

/** The known scales as the organization reads them. */
export function scaleMapsWith(maps: readonly LevelMap[]): readonly ScaleMap[] {
  return SCALE_MAPS.map((known) => {
    const own = maps.filter(({ scale }) => scale === known.name);
    return own.length === 0 ? known : { ...known, levelsOf: new Map(own.map(({ top, levels }) => [top, levels])) };
  });
}

/** Every scale on five levels, and on other numbers of levels where something is set. */
export function shownLevelMaps(maps: readonly LevelMap[]): ShownLevelMap[] {
  return SCALE_MAPS.flatMap(({ name: scale, steps, levelsOfFive }) => {
    const own = maps.filter((map) => map.scale === scale).sort((a, b) => a.top - b.top);
    const usual = { scale, top: USUAL_LEVELS, levels: levelsOfFive, steps, isDefault: true };
    const shown = own.map((map) => ({ ...map, steps, isDefault: false }));
    return own.some(({ top }) => top === USUAL_LEVELS) ? shown : [usual, ...shown];
  });
}

/** What is wrong with maps that are to be kept; pointers into `{maps}`. */
export function checkLevelMaps(maps: readonly LevelMap[]): FieldProblem[] {
  const seen = new Set<string>();
  return maps.flatMap(({ scale, top, levels }, at): FieldProblem[] => {
    const pointer = `/maps/${at}/levels`;
    const known = SCALE_MAPS.find(({ name }) => name === scale);
    if (known === undefined) {
      const message = `must be one of ${SCALE_MAPS.map(({ name }) => name).join(', ')}`;
      return [{ pointer: `/maps/${at}/scale`, code: 'scale-unknown', message }];
    }
    const key = `${scale} ${top}`;
    if (seen.has(key)) {
      return [{ pointer: `/maps/${at}`, code: 'map-repeated', message: 'is there twice for this scale and top' }];
    }
    seen.add(key);
    if (levels.length !== known.steps.length) {
      return [{ pointer, code: 'steps-differ', message: `must have ${known.steps.length} levels, one for each step` }];
    }
    if (levels.some((level) => level > top)) {
      return [{ pointer, code: 'level-above-top', message: `must have no level above ${top}` }];
    }
    const falls = levels.some((level, step) => level < (levels[step - 1] ?? 1));
    return falls ? [{ pointer, code: 'levels-fall', message: 'must not fall from one step to the next' }] : [];
  });
}
