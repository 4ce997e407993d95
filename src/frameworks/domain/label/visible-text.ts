// Invisible or without a form that Postgres stores: control and format characters, lone surrogates, fillers, selectors.
const INVISIBLE = /[\p{Cf}\p{Cs}\u0000\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
// The sharp sign of C♯ and F♯ belongs to the name.
const SYMBOLS_AS_BLANK = /(?!♯)[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u2120]/gu;

/**
 * The words of a text on one line: no invisible characters, no emoji or trademark signs, single spaces. Case and
 * characters are otherwise kept.
 */
export function visibleText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(SYMBOLS_AS_BLANK, ' ')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
