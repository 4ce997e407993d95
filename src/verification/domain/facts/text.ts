import { isObject, listOf } from '../json.js';

const longest = 10_000;

/**
 * The text of a value in any of the forms that JSON-LD has for it: plain, a list of texts, a text with a language
 * (`{"@value", "@language"}`) or a map of languages, of which English wins and else the first.
 */
export function textOfValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return statedIn(value);
  for (const item of listOf(value)) {
    const text = typeof item === 'string' ? item : isObject(item) ? textOfObject(item) : undefined;
    const stated = text === undefined ? undefined : statedIn(text);
    if (stated !== undefined) return stated;
  }
  return undefined;
}

function statedIn(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : clipped(trimmed);
}

/** A cut may fall inside a pair of surrogates, and half a pair is no text. */
function clipped(text: string): string {
  return text.length > longest ? text.slice(0, longest).replace(/\p{Surrogate}$/u, '') : text;
}

function textOfObject(value: Record<string, unknown>): string | undefined {
  if (typeof value['@value'] === 'string') return value['@value'];
  const languages = Object.entries(value).filter(([key]) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(key));
  const english = languages.find(([key]) => /^en\b/i.test(key)) ?? languages[0];
  return typeof english?.[1] === 'string' ? english[1] : undefined;
}
