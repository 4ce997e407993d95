const ABBREVIATIONS = new Set(
  'e.g i.e eg ie etc vs cf approx no nr incl excl dr mr mrs ms prof st dept inc ltd co fig min max z.b u.a d.h bzw usw ca ggf bijv p.ex'.split(
    ' ',
  ),
);

/**
 * Splits plain text into sentences: at line ends and after `.`, `!`, `?` or `…` when white space and the start of
 * another sentence follow. Written out here rather than left to the platform's dictionaries, so that another version
 * of them cannot change what was read.
 */
export function sentencesOf(text: string, maxSentences: number): string[] {
  const sentences: string[] = [];
  for (const line of text.split('\n')) {
    let start = 0;
    for (const match of line.matchAll(/[.!?…]{1,8}["'”’)]{0,4}(?=\s{1,80}\S)/g)) {
      const end = match.index + match[0].length;
      if (!endsSentence(line, match.index, match[0], end)) continue;
      push(sentences, line.slice(start, end));
      start = end;
    }
    push(sentences, line.slice(start));
    if (sentences.length >= maxSentences) return sentences.slice(0, maxSentences);
  }
  return sentences;
}

function endsSentence(line: string, dot: number, mark: string, end: number): boolean {
  // A lower-case letter goes on with the sentence ("ASP.NET core", "approx. five"), whatever stands before it.
  if (/^\s+\p{Ll}/u.test(line.slice(end, end + 12))) return false;
  if (!mark.startsWith('.')) return true;
  const word = /\S{0,24}$/.exec(line.slice(Math.max(0, dot - 24), dot))?.[0] ?? '';
  const bare = word.replace(/^["'“‘(]+/, '').toLowerCase();
  return !ABBREVIATIONS.has(bare) && !/^\p{L}$/u.test(bare);
}

function push(sentences: string[], candidate: string): void {
  const sentence = candidate.replace(/\s+/g, ' ').trim();
  // A line of punctuation or a lone number says nothing of a skill.
  if (/\p{L}/u.test(sentence)) sentences.push(sentence);
}
