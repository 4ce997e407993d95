import { labelWords } from '../label/label-words.js';
import { normaliseLabel } from '../label/label-normaliser.js';
import { type SortedWords, WordCollector } from './sorted-words.js';

/** An entry in use, as it is searched. */
export interface SearchedEntry {
  readonly id: string;
  readonly label: string;
  readonly code: string | null;
  /** Groups others and is nothing that somebody holds. */
  readonly isHeading: boolean;
  /** Normalised, of all languages. */
  readonly preferred: readonly string[];
  /** Alternative and hidden ones, normalised. */
  readonly others: readonly string[];
  /** Definition and notes. */
  readonly texts: readonly string[];
}

export interface IndexedEntry {
  readonly id: string;
  /** What equally good hits are ordered by. */
  readonly sortLabel: string;
  /** Lower-case; '' for none. */
  readonly code: string;
  readonly isHeading: boolean;
}

export interface IndexedLabel {
  /** Place of its entry. */
  readonly entry: number;
  readonly normalised: string;
  /** Its words behind single blanks, one before the first. */
  readonly spaced: string;
  readonly isPreferred: boolean;
}

/** What one framework version says, arranged for people who type. */
export interface SearchIndex {
  readonly entries: readonly IndexedEntry[];
  readonly labels: readonly IndexedLabel[];
  readonly labelWords: SortedWords;
  /** Words of definitions and notes, held by entries. */
  readonly textWords: SortedWords;
}

/** Puts an index together from portions of entries. */
export class SearchIndexDraft {
  private readonly entries: IndexedEntry[] = [];
  private readonly labels: IndexedLabel[] = [];
  private readonly labelWords = new WordCollector();
  private readonly textWords = new WordCollector();

  add({ id, label, code, isHeading, preferred, others, texts }: SearchedEntry): void {
    const entry =
      this.entries.push({ id, sortLabel: sortLabelOf(label), code: (code ?? '').toLowerCase(), isHeading }) - 1;
    const named = new Set(preferred);
    for (const normalised of named) this.addLabel(entry, normalised, true);
    for (const normalised of new Set(others)) if (!named.has(normalised)) this.addLabel(entry, normalised, false);
    for (const text of texts) this.textWords.add(labelWords(normaliseLabel(text)), entry);
  }

  finish(): SearchIndex {
    const [words, textWords] = [this.labelWords.sorted(), this.textWords.sorted()];
    return { entries: this.entries, labels: this.labels, labelWords: words, textWords };
  }

  private addLabel(entry: number, normalised: string, isPreferred: boolean): void {
    const words = labelWords(normalised);
    const spaced = ` ${words.join(' ')}`;
    const at = this.labels.push({ entry, normalised, spaced, isPreferred }) - 1;
    this.labelWords.add(words, at);
  }
}

export const sortLabelOf = (label: string): string => label.toLowerCase().slice(0, 60);
