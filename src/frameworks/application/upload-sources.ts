import { boundedGunzip, GunzipRefused, isGzip } from '../domain/import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';
import { UnreadableSource } from '../domain/import/source-problem.js';
import { isZip, zipContent, type ZipContent } from '../domain/import/zip-entries.js';
import type { SourceFile } from '../domain/table/source-text.js';
import type { UploadedPart } from '../persistence/framework-upload.repository.js';

/**
 * Uploaded files as they are read, gzip and zip unpacked on the way.
 *
 * @throws {UnreadableSource} for an archive that is damaged, encrypted or too large
 */
export async function uploadSources(files: readonly UploadedPart[]): Promise<ZipContent> {
  const sources: SourceFile[] = [];
  const ignored: string[] = [];
  for (const { name, bytes } of files) {
    if (isZip(bytes)) {
      const content = await zipContent(name, bytes);
      sources.push(...content.sources);
      ignored.push(...content.ignored);
    } else sources.push({ file: name, chunks: isGzip(bytes) ? unpacked(name, bytes) : pieces(bytes) });
  }
  return { sources, ignored };
}

async function* unpacked(file: string, bytes: Buffer): AsyncGenerator<Buffer> {
  try {
    yield* boundedGunzip(bytes, { maxBytes: IMPORT_LIMITS.maxBytes, maxRatio: IMPORT_LIMITS.maxGzipRatio });
  } catch (error) {
    if (!(error instanceof GunzipRefused)) throw error;
    throw new UnreadableSource({ file, severity: 'fatal', code: error.code, message: `${error.message}.` });
  }
}

/** A large text at once would be one long computation. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
