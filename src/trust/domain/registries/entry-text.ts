const LONGEST = 300;

/** A text of a registry as it may be kept and shown; null for anything that is none. */
export function entryText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = value
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .trim();
  return clean === '' ? null : clean;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
