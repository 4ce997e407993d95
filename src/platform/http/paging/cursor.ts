import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Malformed } from '../../errors/index.js';

/** The sort values of the last row of a page, in the order of the sort. */
export type CursorValues = readonly (string | number | boolean | null)[];

/** What decides which rows a list has; a cursor only continues the same list. */
export type CursorFilters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Longest cursor in characters. */
export const MAX_CURSOR_LENGTH = 2048;
const MAC_BYTES = 16;
const FILTER_BYTES = 9;

class InvalidCursor extends Malformed {
  constructor() {
    super('invalid-cursor', 'The cursor is not one that this list gave. Start again without a cursor.', [
      { pointer: '/cursor', code: 'invalid-cursor', message: 'must be a nextCursor of the same list' },
    ]);
  }
}

/** A short hash of the filters that does not depend on their order; unset filters do not count. */
export function filterHashOf(filters: CursorFilters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  set.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(set)).digest().subarray(0, FILTER_BYTES).toString('base64url');
}

/**
 * An opaque position in a list: `base64url(HMAC-SHA-256(secret, payload)[0..16] || payload)`.
 *
 * @param secret of the organization, so that a cursor of one organization is worthless to another
 */
export function encodeCursor(secret: Buffer, position: { filterHash: string; values: CursorValues }): string {
  const payload = Buffer.from(JSON.stringify([position.filterHash, ...position.values]));
  const cursor = Buffer.concat([macOf(secret, payload), payload]).toString('base64url');
  if (cursor.length > MAX_CURSOR_LENGTH) throw new Error('the sort values are too long for a cursor');
  return cursor;
}

/**
 * @returns the sort values of the row to continue after
 * @throws {Malformed} `invalid-cursor` when it was changed or is no cursor, `cursor-filter-changed` for another list
 */
export function decodeCursor(secret: Buffer, cursor: string, filterHash: string): CursorValues {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) throw new InvalidCursor();
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(MAC_BYTES);
  const mac = macOf(secret, payload);
  // Base64 has several spellings of the same bytes; only the one that was given is taken.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== cursor) throw new InvalidCursor();
  if (!timingSafeEqual(mac, bytes.subarray(0, MAC_BYTES))) throw new InvalidCursor();
  const [madeFor, ...values] = JSON.parse(payload.toString()) as [string, ...CursorValues];
  if (madeFor !== filterHash) {
    throw new Malformed(
      'cursor-filter-changed',
      'The filters changed since the cursor was given. Start again without it.',
      [
        {
          pointer: '/cursor',
          code: 'cursor-filter-changed',
          message: 'must be used with the filters it was given for',
        },
      ],
    );
  }
  return values;
}

const macOf = (secret: Buffer, payload: Buffer): Buffer =>
  createHmac('sha256', secret).update('cursor\0').update(payload).digest().subarray(0, MAC_BYTES);
