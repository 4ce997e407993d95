/** PostgreSQL stores no NUL in text or jsonb; it becomes the replacement character, which shows that something stood there. */
export const storableText = (text: string): string => text.replaceAll('\u0000', '\uFFFD').toWellFormed();

/**
 * A value as text for a jsonb parameter. Lone surrogates and NUL, which jsonb refuses, are replaced in keys and values.
 *
 * @param value anything that JSON can hold
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Both are written as an escape by number, and so is little else.
  return text.includes('\\u') ? replacedIn(value) : text;
}

function replacedIn(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return storableText(inner);
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)) {
      return Object.fromEntries(Object.entries(inner).map(([k, v]) => [storableText(k), v]));
    }
    return inner;
  });
}
