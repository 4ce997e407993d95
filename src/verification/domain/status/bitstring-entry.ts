import { isAbsoluteUri } from '../absolute-uri.js';
import { type JsonObject, idOf } from '../json.js';

/** Where the status of one credential stands in a list. */
export interface BitstringEntry {
  purpose: string;
  index: number;
  /** Bits that one status takes. */
  size: number;
  listUrl: string;
}

const maxSize = 32;

/**
 * Reads a status entry strictly: the index is a whole number, as a text or a number, without signs, zeros in front or
 * exponents, since two readings of it would be two different statuses.
 */
export function readBitstringEntry(entry: JsonObject): { entry: BitstringEntry } | { problem: string } {
  const { statusPurpose: purpose, statusSize = 1 } = entry;
  const listUrl = idOf(entry.statusListCredential);
  const index = wholeNumber(entry.statusListIndex);
  const size = wholeNumber(statusSize);
  if (typeof purpose !== 'string' || purpose === '') return { problem: 'the status entry names no purpose' };
  if (index === undefined) return { problem: 'the index of the status entry is no whole number' };
  if (size === undefined || size < 1 || size > maxSize)
    return { problem: `the size of the status entry is not between 1 and ${maxSize} bits` };
  if (!isAbsoluteUri(listUrl)) return { problem: 'the status entry names no URL of a list' };
  return { entry: { purpose, index, size, listUrl } };
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
}
