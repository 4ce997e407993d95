import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Documents that the operator keeps beside the service, by URL: they are never fetched. */
export interface PinnedDocuments {
  readonly size: number;
  /** The file for a URL, or undefined when it is not pinned. A fragment does not matter. */
  fileFor(url: URL): string | undefined;
  /** Every pinned URL, without fragment, with its file. */
  entries(): Iterable<readonly [url: string, file: string]>;
}

/** The list of pinned documents cannot be used. The message names the list and the entry. */
export class PinnedDocumentsError extends Error {}

const maxListBytes = 4 * 1024 * 1024;
const maxEntries = 20_000;
/** The largest that anything asks for; an entry above it could never be answered. */
const maxFileBytes = 16 * 1024 * 1024;

export const noPinnedDocuments: PinnedDocuments = { size: 0, fileFor: () => undefined, entries: () => [] };

/**
 * Reads the list of pinned documents: a JSON object from http(s) URL to file name, names relative to the list.
 *
 * Contents are read when they are asked for, so that a document can be replaced while the service runs.
 *
 * @throws {PinnedDocumentsError} when the list or one of its entries cannot be used
 */
export function loadPinnedDocuments(path: string): PinnedDocuments {
  const files = new Map<string, string>();
  for (const [url, name] of Object.entries(readList(path))) {
    const entry = `${path}: the entry ${JSON.stringify(url.slice(0, 200))}`;
    const key = keyOf(url);
    if (key === undefined) throw new PinnedDocumentsError(`${entry} is not an http or https URL`);
    if (files.has(key)) throw new PinnedDocumentsError(`${entry} names a URL that another entry names too`);
    if (typeof name !== 'string' || name === '') throw new PinnedDocumentsError(`${entry} does not name a file`);
    const file = resolve(dirname(path), name);
    checkFile(file, entry);
    files.set(key, file);
  }
  return { size: files.size, fileFor: (url) => files.get(withoutFragment(url)), entries: () => files };
}

function readList(path: string): object {
  let list: unknown;
  try {
    if (statSync(path).size > maxListBytes) throw new Error(`it is larger than ${maxListBytes} bytes`);
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new PinnedDocumentsError(`${path}: the list of pinned documents cannot be read: ${reason}`, { cause });
  }
  if (typeof list !== 'object' || list === null || Array.isArray(list))
    throw new PinnedDocumentsError(`${path}: the list of pinned documents is not a JSON object of URL to file`);
  const { length } = Object.keys(list);
  if (length > maxEntries) throw new PinnedDocumentsError(`${path}: ${length} entries are more than ${maxEntries}`);
  return list;
}

function checkFile(file: string, entry: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new PinnedDocumentsError(`${entry} names the file ${file}, which is not there`);
  if (found.size > maxFileBytes)
    throw new PinnedDocumentsError(`${entry} names the file ${file}, which is larger than ${maxFileBytes} bytes`);
}

function keyOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? withoutFragment(url) : undefined;
}

function withoutFragment(url: URL): string {
  return url.hash === '' ? url.href.replace(/#$/, '') : url.href.slice(0, -url.hash.length);
}
