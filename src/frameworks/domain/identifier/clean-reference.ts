/** Longer texts are not identifiers of anything; they are left unread. */
export const MAX_REFERENCE_CHARACTERS = 2_048;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u034f\ufe00-\ufe0f]/gu;
const WRAPPING = /^[\s"'<>“”‘’]+|[\s"'<>“”‘’]+$/g;

/**
 * An identifier as it was meant: without invisible characters, without the quotes, angle brackets and blanks around it,
 * and with the percent-encoding undone when somebody encoded the whole of it (once or more).
 *
 * @returns '' when nothing is left or the text is longer than `MAX_REFERENCE_CHARACTERS`
 */
export function cleanReference(text: string): string {
  if (text.length > MAX_REFERENCE_CHARACTERS) return '';
  const visible = text.replace(INVISIBLE, '').replace(WRAPPING, '');
  return /^[a-z][a-z0-9+.-]{1,15}%(?:25)*3a/i.test(visible) ? decodeRepeatedly(visible) : visible;
}

/**
 * Percent-decoding until nothing changes, three times at most: encoded twice is seen in the wild, and a text that is
 * not well encoded stays as it is.
 */
export function decodeRepeatedly(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3; round += 1) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
