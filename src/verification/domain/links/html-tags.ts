/** A start tag of an HTML page. */
export interface HtmlTag {
  /** In small letters. */
  name: string;
  /** Names in small letters; the first of a name counts. */
  attributes: ReadonlyMap<string, string>;
  /** Of `script`: what stands between the tags. */
  text: string;
}

const longestTag = 8_192;
const rawText: readonly string[] = ['script', 'style', 'textarea', 'title', 'noscript', 'template'];
const attribute = /([^\s=>"'/]+)(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/**
 * The start tags of a page in order, found in one pass and without running or loading anything. Comments are passed over,
 * and so is what only looks like a tag inside scripts and titles.
 */
export function* tagsIn(html: string): Generator<HtmlTag> {
  // Case is folded for ASCII only, so that places in both texts stay the same.
  const folded = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      at = end < 0 ? -1 : html.indexOf('<', end);
      continue;
    }
    const name = /^[a-z][a-z0-9]*/.exec(folded.slice(at + 1, at + 33))?.[0];
    const end = name === undefined ? -1 : endOfTag(html, at + 1);
    if (name === undefined || end < 0) {
      // What was looked through for the end of a tag is not looked through again, or the time would grow with its square.
      at = html.indexOf('<', name === undefined ? at + 1 : at + longestTag);
      continue;
    }
    const close = rawText.includes(name) ? closing(folded, name, end + 1) : end + 1;
    yield {
      name,
      attributes: attributesIn(html.slice(at + 1 + name.length, end)),
      text: name === 'script' ? html.slice(end + 1, close) : '',
    };
    at = html.indexOf('<', close);
  }
}

/** Position of the `>` that ends a tag; one in quotes does not. */
function endOfTag(html: string, start: number): number {
  let quote = '';
  for (let at = start; at < html.length && at < start + longestTag; at += 1) {
    const letter = html.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return at;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return -1;
}

function closing(folded: string, name: string, from: number): number {
  const end = folded.indexOf(`</${name}`, from);
  return end < 0 ? folded.length : end;
}

function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, withoutEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  '#39': "'",
  '#x27': "'",
};

function withoutEntities(text: string): string {
  return text.replace(
    /&(amp|quot|apos|lt|gt|#39|#x27);/gi,
    (whole, name: string) => entities[name.toLowerCase()] ?? whole,
  );
}
