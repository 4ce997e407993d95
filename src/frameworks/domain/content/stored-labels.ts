import { normaliseLabel } from '../label/label-normaliser.js';
import type { FrameworkEntry, LanguageText } from './framework-content.js';

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
  const kept = new Map<string, StoredLabel>();
  const keep = (kind: StoredLabel['kind'], labels: readonly LanguageText[]): void => {
    for (const { language, text } of labels) {
      const normalised = normaliseLabel(text);
      const key = `${kind} ${language} ${normalised}`;
      if (normalised !== '' && !kept.has(key)) kept.set(key, { language, kind, text, normalised });
    }
  };
  keep('preferred', [entry.label, ...[...entry.translations].sort(byText)]);
  keep('alternative', [...entry.alternativeLabels].sort(byText));
  keep('hidden', [...entry.hiddenLabels].sort(byText));
  return [...kept.values()];
}

const byText = (a: LanguageText, b: LanguageText): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
