import { normaliseLabel } from '../label/label-normaliser.js';
import type { FrameworkEntry } from './framework-content.js';

export interface StoredLabel {
  readonly language: string;
  readonly kind: 'preferred' | 'alternative' | 'hidden';
  readonly text: string;
  readonly normalised: string;
}

/**
 * The labels of an entry as they are kept: each once per language and kind in its normalised form, and none that
 * normalises to nothing. The same labels in any order give the same.
 */
export function storedLabels(entry: FrameworkEntry): StoredLabel[] {
  const others = [
    ...entry.translations.map((label) => ({ kind: 'preferred' as const, ...label })),
    ...entry.alternativeLabels.map((label) => ({ kind: 'alternative' as const, ...label })),
    ...entry.hiddenLabels.map((label) => ({ kind: 'hidden' as const, ...label })),
  ].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const kept = new Map<string, StoredLabel>();
  for (const { language, kind, text } of [{ kind: 'preferred' as const, ...entry.label }, ...others]) {
    const normalised = normaliseLabel(text);
    const key = JSON.stringify([language, kind, normalised]);
    if (normalised !== '' && !kept.has(key)) kept.set(key, { language, kind, text, normalised });
  }
  return [...kept.values()];
}
