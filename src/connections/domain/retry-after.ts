const LONGEST_MS = 60 * 60_000;

/**
 * How long to wait as a server asks by `Retry-After` (RFC 9110 section 10.2.3), an hour at most.
 *
 * @returns undefined for no header and for one that says nothing
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : new Date(header).getTime() - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_MS);
}
