import { readCsvFramework } from '../domain/csv/csv-framework.js';
import type { SourceFile } from '../domain/csv/csv-text.js';
import { frameworkBaseUri, frameworkSlug } from '../domain/framework-slug.js';
import { boundedGunzip, GunzipRefused, isGzip } from '../domain/import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';
import type { ParsedFramework } from '../domain/import/parsed-framework.js';
import { UnreadableSource } from '../domain/import/source-problem.js';
import type { FrameworkUpload, UploadedPart } from '../persistence/framework-upload.repository.js';

/**
 * What uploaded files say, packed or plain.
 *
 * @throws {UnreadableSource} when nothing of them can be used
 */
export function readUpload({ name, files }: Pick<FrameworkUpload, 'name' | 'files'>): Promise<ParsedFramework> {
  return readCsvFramework(files.map(asSource), frameworkBaseUri(frameworkSlug(name)));
}

const asSource = ({ name: file, bytes }: UploadedPart): SourceFile => ({
  file,
  chunks: isGzip(bytes) ? unpacked(file, bytes) : pieces(bytes),
});

async function* unpacked(file: string, bytes: Buffer): AsyncGenerator<Buffer> {
  try {
    yield* boundedGunzip(bytes, { maxBytes: IMPORT_LIMITS.maxBytes, maxRatio: IMPORT_LIMITS.maxGzipRatio });
  } catch (error) {
    if (!(error instanceof GunzipRefused)) throw error;
    throw new UnreadableSource({ file, severity: 'fatal', code: error.code, message: `${error.message}.` });
  }
}

/** A text of 64 MiB at once would be one long computation. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
