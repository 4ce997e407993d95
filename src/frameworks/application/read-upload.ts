import { readCaseFramework } from '../domain/case/case-framework.js';
import { readCsvFramework } from '../domain/csv/csv-framework.js';
import { readCtdlFramework } from '../domain/ctdl/ctdl-framework.js';
import { readEscoFramework } from '../domain/esco/esco-framework.js';
import { frameworkBaseUri, frameworkSlug } from '../domain/framework-slug.js';
import { boundedGunzip, GunzipRefused, isGzip } from '../domain/import/bounded-gunzip.js';
import { IMPORT_LIMITS } from '../domain/import/import-limits.js';
import type { ParsedFramework } from '../domain/import/parsed-framework.js';
import { readOnetFramework } from '../domain/onet/onet-framework.js';
import { readRsdFramework } from '../domain/rsd/rsd-framework.js';
import { UnreadableSource } from '../domain/import/source-problem.js';
import type { SourceFile } from '../domain/table/source-text.js';
import type { FrameworkUpload, UploadedPart } from '../persistence/framework-upload.repository.js';

type Upload = Pick<FrameworkUpload, 'name' | 'files' | 'format'>;

/**
 * What uploaded files say, packed or plain.
 *
 * @throws {UnreadableSource} when nothing of them can be used
 */
export function readUpload({ name, files, format }: Upload): Promise<ParsedFramework> {
  const sources = files.map(asSource);
  switch (format) {
    case 'esco':
      return readEscoFramework(sources);
    case 'onet':
      return readOnetFramework(sources);
    case 'case':
      return readCaseFramework(sources);
    case 'ctdl-asn':
      return readCtdlFramework(sources);
    case 'rsd':
      return readRsdFramework(sources, frameworkBaseUri(frameworkSlug(name)));
    default:
      return readCsvFramework(sources, frameworkBaseUri(frameworkSlug(name)));
  }
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

/** A large text at once would be one long computation. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
