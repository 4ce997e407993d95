import { createHash } from 'node:crypto';

/**
 * - `fetched`: it was there
 * - `dead`: its server says that it is not there, or it was out of reach at every look
 * - `unreachable`: out of reach so far; looked at again
 * - `not_fetched`: never asked for (calls are switched off, or the address is one that is never called), or too large
 */
export type EvidenceOutcome = 'fetched' | 'dead' | 'unreachable' | 'not_fetched';

/** What was found at one link of evidence, and when. */
export interface EvidenceRecord {
  readonly url: string;
  readonly outcome: EvidenceOutcome;
  /** Lower-case hex, of what was fetched; null without it. */
  readonly sha256: string | null;
  readonly mediaType: string | null;
  /** In bytes. */
  readonly size: number | null;
  /** Why it was not fetched, as a stable word and as a sentence. */
  readonly reason: string | null;
  readonly detail: string | null;
  /** Looks so far. */
  readonly attempts: number;
  readonly lookedAt: Date;
}

/** What came of asking for a link; the kinds of failure are those of the guarded fetch. */
export type EvidenceLook =
  { ok: true; body: Uint8Array; contentType: string } | { ok: false; kind: string; detail: string; retryable: boolean };

const minute = 60_000;
const waitsMs = [5 * minute, 30 * minute, 120 * minute, 720 * minute];
const longestText = 300;

export function recordOf(url: string, look: EvidenceLook, attempts: number, lookedAt: Date): EvidenceRecord {
  const about = { url, attempts, lookedAt };
  if (look.ok) {
    const { body, contentType } = look;
    const sha256 = createHash('sha256').update(body).digest('hex');
    const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase().slice(0, longestText) ?? '';
    return { ...about, outcome: 'fetched', sha256, mediaType, size: body.length, reason: null, detail: null };
  }
  const { kind: reason, detail } = look;
  const found = { sha256: null, mediaType: null, size: null, reason, detail: detail.slice(0, longestText) };
  return { ...about, ...found, outcome: outcomeOf(look, attempts) };
}

function outcomeOf({ kind, retryable }: { kind: string; retryable: boolean }, attempts: number): EvidenceOutcome {
  if (kind === 'bad-status' && !retryable) return 'dead';
  if (!retryable) return 'not_fetched';
  return attempts > waitsMs.length ? 'dead' : 'unreachable';
}

/** How long to wait before the next look, in milliseconds; undefined when there is none. */
export function waitUntilNextLook({
  outcome,
  attempts,
}: Pick<EvidenceRecord, 'outcome' | 'attempts'>): number | undefined {
  return outcome === 'unreachable' ? waitsMs[attempts - 1] : undefined;
}

/** What a `data:` URL holds (RFC 2397). */
export function readDataUrl(url: string): EvidenceLook {
  const comma = url.indexOf(',');
  if (comma < 0) return unreadable;
  const [mediaType = '', ...parameters] = url.slice('data:'.length, comma).split(';', 10);
  const isBase64 = parameters.at(-1)?.trim().toLowerCase() === 'base64';
  try {
    const plain = decodeURIComponent(url.slice(comma + 1));
    const body = isBase64 ? Buffer.from(plain, 'base64') : Buffer.from(plain);
    return { ok: true, body, contentType: mediaType === '' ? 'text/plain' : mediaType };
  } catch {
    return unreadable;
  }
}

const unreadable: EvidenceLook = {
  ok: false,
  kind: 'bad-url',
  detail: 'the data URL cannot be read',
  retryable: false,
};
