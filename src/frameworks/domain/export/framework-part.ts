import type { FrameworkAbout, FrameworkContent, LevelScale } from '../content/framework-content.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { isObject } from '../json/json-members.js';

/** What a version says of the framework as a whole, as an export writes it. */
export type FrameworkPart = Pick<FrameworkContent, 'about' | 'scale'>;

const ABOUT = ['title', 'description', 'publisher', 'licence', 'attribution', 'homepage'];

/** What an export wrote of the framework; undefined when it is not what it must be. */
export function frameworkPartOf(value: unknown): FrameworkPart | undefined {
  if (!isObject(value)) return undefined;
  const { about, scale, ...others } = value;
  if (Object.keys(others).length > 0) return undefined;
  if (about !== undefined && !isAbout(about)) return undefined;
  if (scale !== undefined && !isScale(scale)) return undefined;
  return { ...(about === undefined ? {} : { about }), ...(scale === undefined ? {} : { scale }) };
}

function isAbout(value: unknown): value is FrameworkAbout {
  if (!isObject(value) || JSON.stringify(value).length > IMPORT_LIMITS.maxRowBytes) return false;
  return Object.entries(value).every(([name, member]) =>
    name === 'details' ? isObject(member) : ABOUT.includes(name) && typeof member === 'string',
  );
}

function isScale(value: unknown): value is LevelScale {
  if (!isObject(value) || !isName(value.name) || !Array.isArray(value.levels)) return false;
  const levels = value.levels.map((level: unknown) => (isObject(level) ? level : {}));
  const numbers = new Set(levels.map(({ level }) => level));
  return (
    levels.length > 0 &&
    numbers.size === levels.length &&
    levels.every(
      ({ level, name, anchor, ...others }) =>
        Number.isInteger(level) &&
        Number(level) >= 1 &&
        Number(level) <= 9 &&
        isName(name) &&
        typeof anchor === 'string' &&
        anchor.length <= IMPORT_LIMITS.maxAnchor &&
        Object.keys(others).length === 0,
    )
  );
}

const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= IMPORT_LIMITS.maxLabel;
