import { type Proxy, proxiesIn } from '../../../roles/index.js';
import { plainText } from '../reading/plain-text.js';
import { sentencesOf } from '../reading/sentences.js';
import { affirmedParts } from '../suggest/negation.js';
import { MAX_PASSAGES } from '../suggest/passages.js';
import { type GuessedImportance, importanceOf, isHeading } from './importance-words.js';

/** One sentence or list item of an advert. */
export interface AdvertLine {
  readonly sentence: string;
  readonly importance: GuessedImportance;
  /** Of what it asks for; what it says is not needed is left out. */
  readonly proxies: readonly Proxy[];
}

/** What an advert asks, line by line, without markup and headings; 200 lines at most. */
export function advertLines(text: string): readonly AdvertLine[] {
  let heading: string | null = null;
  const lines: AdvertLine[] = [];
  for (const sentence of sentencesOf(plainText(text), MAX_PASSAGES)) {
    if (isHeading(sentence)) {
      heading = sentence;
      continue;
    }
    const asked = affirmedParts(sentence).join(', ');
    lines.push({ sentence, importance: importanceOf(sentence, heading), proxies: proxiesIn(asked) });
  }
  return lines;
}
