/** How much of one narrative is read: more is never needed to find a skill in it, and the cost stays bounded. */
export const MAX_NARRATIVE_CHARACTERS = 20_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
};
const BREAKING_TAG = /^\/?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|th|table|section|article|blockquote|pre|dt|dd|hr)\b/i;
const SILENT_TAG = /^(script|style|template|noscript)\b/i;

/**
 * The words of a narrative without its HTML and Markdown; a block element or list item becomes a line of its own.
 * Works in one pass over at most {@link MAX_NARRATIVE_CHARACTERS} characters, whatever the input.
 */
export function plainText(narrative: string): string {
  const limited = narrative.slice(0, MAX_NARRATIVE_CHARACTERS);
  // Entities last: text that was escaped is text, and must not come to life as markup.
  return withoutInvisible(decodeEntities(withoutMarkdown(withoutTags(limited))))
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Characters that a reader cannot see (NUL, controls, zero width, direction marks) and that would hide a word. */
export function withoutInvisible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    (mark) => (mark === '\r' || mark === '\f' ? '\n' : ''),
  );
}

function withoutTags(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    parts.push(text.slice(at, open));
    const close = text.indexOf('>', open);
    // A bare "<" (as in "n < 5") opens no tag; an unclosed one hides nothing.
    if (!/[A-Za-z/!]/.test(text[open + 1] ?? '') || close < 0) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const tag = text.slice(open + 1, close);
    at = afterTag(text, tag, close + 1);
    parts.push(BREAKING_TAG.test(tag) ? '\n' : '');
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function afterTag(text: string, tag: string, from: number): number {
  const silent = SILENT_TAG.exec(tag)?.[1];
  if (silent === undefined || tag.endsWith('/')) return from;
  const end = text.slice(from).search(new RegExp(`</${silent}`, 'i'));
  if (end < 0) return from;
  const close = text.indexOf('>', from + end);
  return close < 0 ? text.length : close + 1;
}

function withoutMarkdown(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(withoutLineMarkdown)
    .join('\n');
}

function withoutLineMarkdown(line: string): string {
  if (/^\s{0,3}(?:```|~~~|[-*_=|: ]{3,}$)/.test(line)) return '';
  return line
    .replace(/^\s{0,9}(?:#{1,6}(?=\s|$)|[-*+•>](?=\s)|\d{1,3}[.)](?=\s))\s{0,9}(?:\[[ xX]\]\s)?/, '')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"]{0,200}")?\)/g, '$1')
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(^|[\s(])[*_](?=\S)/g, '$1')
    .replace(/(\S)[*_](?=[\s).,;:!?]|$)/g, '$1')
    .replaceAll('|', ' ')
    .replace(/\s#{1,6}\s*$/, '');
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
}
