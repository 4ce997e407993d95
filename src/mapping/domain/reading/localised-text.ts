import { childPointer } from './json-pointer.js';
import { isObject, member, plainString, type Located } from './json-value.js';

/** A text with the place of its very words, and what it says in other languages. */
export interface LocalisedText {
  readonly text: string;
  readonly path: string;
  readonly translations: readonly string[];
}

interface Rendering {
  readonly text: string;
  readonly path: string;
  readonly language: string;
}

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}$/;
// Members of other objects that are short enough to pass for a language tag.
const NOT_LANGUAGES = new Set(['url', 'uri', 'src', 'ref', 'key', 'alt', 'doi', 'rel', 'min', 'max', 'type', 'code']);
const NESTED_TEXT = ['noteLiteral', 'prefLabel', 'title', 'name'];
const MAX_RENDERINGS = 12;
const MAX_DEPTH = 4;

/**
 * Reads a text however it is written: plain string, language map (`{"en": "..."}`, `{"en-US": ["..."]}`), JSON-LD
 * value object (`{"@value", "@language"}`), a list of those, or an object that wraps one of them as its label.
 *
 * English is preferred because most frameworks are labelled in it; without it the first language tag in alphabetical
 * order is taken, so that the order of members does not decide.
 *
 * @returns undefined when the value holds no text
 */
export function localisedText(place: Located | undefined): LocalisedText | undefined {
  if (!place) return undefined;
  const renderings: Rendering[] = [];
  gather(place, '', renderings, 0);
  const ordered = renderings
    .map((rendering, order) => ({ ...rendering, order, rank: rankOf(rendering.language) }))
    .sort((a, b) => a.rank - b.rank || compare(a.language, b.language) || a.order - b.order);
  const [best, ...others] = ordered;
  if (!best) return undefined;
  const translations = [...new Set(others.map((other) => other.text))].filter((text) => text !== best.text);
  return { text: best.text, path: best.path, translations };
}

function gather(place: Located, language: string, into: Rendering[], depth: number): void {
  if (into.length >= MAX_RENDERINGS || depth > MAX_DEPTH) return;
  const text = plainString(place.value);
  if (text !== undefined) into.push({ text, path: place.path, language });
  else if (Array.isArray(place.value)) {
    place.value.slice(0, MAX_RENDERINGS).forEach((value: unknown, index) => {
      gather({ value, path: childPointer(place.path, index) }, language, into, depth + 1);
    });
  } else if (isObject(place.value)) {
    for (const inner of textMembers({ value: place.value, path: place.path })) {
      gather(inner, inner.language ?? language, into, depth + 1);
    }
  }
}

function textMembers({ value, path }: Located<Readonly<Record<string, unknown>>>): (Located & { language?: string })[] {
  for (const key of ['@value', 'value']) {
    if (plainString(member(value, key)) !== undefined) {
      const tag = member(value, '@language') ?? member(value, 'language');
      const language = typeof tag === 'string' ? tag.toLowerCase() : undefined;
      return [{ value: value[key], path: childPointer(path, key), ...(language !== undefined && { language }) }];
    }
  }
  const wrapped = NESTED_TEXT.find((key) => member(value, key) !== undefined);
  if (wrapped !== undefined) return [{ value: value[wrapped], path: childPointer(path, wrapped) }];
  const keys = Object.keys(value);
  if (!keys.every((key) => isLanguage(key, value[key]))) return [];
  return keys.map((key) => ({ value: value[key], path: childPointer(path, key), language: key.toLowerCase() }));
}

function isLanguage(key: string, text: unknown): boolean {
  if (key === '@none') return true;
  // `id` is Indonesian, but far more often an identifier.
  if (key === 'id' && typeof text === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(text)) return false;
  return LANGUAGE_TAG.test(key) && !NOT_LANGUAGES.has(key);
}

function rankOf(language: string): number {
  if (language === 'en') return 0;
  if (/^en[-_]/.test(language)) return 1;
  return language === '' || language === '@none' ? 2 : 3;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
