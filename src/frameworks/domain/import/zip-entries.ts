import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { SourceFile } from '../table/source-text.js';
import { IMPORT_LIMITS } from './import-limits.js';
import { UnreadableSource } from './source-problem.js';

export const isZip = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304;

/** What an archive holds: files that can be read, and names of those that are none of a framework's. */
export interface ZipContent {
  readonly sources: readonly SourceFile[];
  readonly ignored: readonly string[];
}

// What may be a framework's file; the rest of a download is licences, manuals and pictures.
const READABLE = /\.(?:csv|tsv|txt|json|jsonld)$/i;
const BY_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$)/;

/**
 * The files of a zip archive, in the order of the archive and named `archive/path`; nothing is written anywhere, so a
 * path leads nowhere. Sizes are those that the archive declares, and a file that holds more than it declares is refused
 * while it is read.
 *
 * @throws {UnreadableSource} `not-zip`, `zip-encrypted`, `too-many-entries`, `too-large`
 */
export async function zipContent(file: string, bytes: Buffer): Promise<ZipContent> {
  const archive = await opened(file, bytes);
  if (archive.entryCount > IMPORT_LIMITS.maxZipEntries) {
    throw refused(file, 'too-many-entries', `An archive may hold ${IMPORT_LIMITS.maxZipEntries} files.`);
  }
  const allowed = Math.min(
    IMPORT_LIMITS.maxBytes,
    Math.max(ALWAYS_ALLOWED_BYTES, bytes.length * IMPORT_LIMITS.maxGzipRatio),
  );
  const sources: SourceFile[] = [];
  const ignored: string[] = [];
  let total = 0;
  for (const entry of await entriesOf(file, archive)) {
    const name = entry.fileName.slice(0, MAX_NAME);
    if (name.endsWith('/') || BY_THE_SYSTEM.test(name)) continue;
    if (!READABLE.test(name)) {
      ignored.push(`${file}/${name}`);
      continue;
    }
    if (entry.isEncrypted()) throw refused(`${file}/${name}`, 'zip-encrypted', 'The file is encrypted.');
    total += entry.uncompressedSize;
    if (total > allowed) throw refused(file, 'too-large', `The archive holds more than ${allowed} bytes.`);
    sources.push({ file: `${file}/${name}`, chunks: unpacked(`${file}/${name}`, archive, entry) });
  }
  return { sources, ignored };
}

const ALWAYS_ALLOWED_BYTES = 1024 * 1024;
const MAX_NAME = 300;

async function opened(file: string, bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw notZip(file, error);
  }
}

async function entriesOf(file: string, archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch (error) {
    throw notZip(file, error);
  }
  return entries;
}

async function* unpacked(file: string, archive: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let stream: Readable | undefined;
  try {
    stream = await archive.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw notZip(file, error);
  } finally {
    stream?.destroy();
  }
}

function notZip(file: string, error: unknown): UnreadableSource {
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'it is damaged';
  return refused(file, 'not-zip', `The archive cannot be read: ${reason}.`);
}

const refused = (file: string, code: string, message: string): UnreadableSource =>
  new UnreadableSource({ file, severity: 'fatal', code, message });
