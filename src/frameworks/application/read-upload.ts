import { readCaseFramework } from '../domain/case/case-framework.js';
import { readOwnTables } from '../domain/csv/own-tables.js';
import { readCtdlFramework } from '../domain/ctdl/ctdl-framework.js';
import { detectFormat } from '../domain/detect-format.js';
import { readEscoFramework } from '../domain/esco/esco-framework.js';
import { FORMAT_BY_FILES } from '../domain/framework-errors.js';
import { frameworkBaseUri, frameworkSlug } from '../domain/framework-slug.js';
import type { ParsedFramework } from '../domain/import/parsed-framework.js';
import { readOnetFramework } from '../domain/onet/onet-framework.js';
import { readRsdFramework } from '../domain/rsd/rsd-framework.js';
import { readTabiyaFramework } from '../domain/tabiya/tabiya-framework.js';
import type { SourceFile } from '../domain/table/source-text.js';
import type { FrameworkUpload } from '../persistence/framework-upload.repository.js';
import { uploadSources } from './upload-sources.js';

type Upload = Pick<FrameworkUpload, 'name' | 'files' | 'format'>;

/**
 * What uploaded files say, packed or plain, and the format that they are of.
 *
 * @throws {UnreadableSource} when nothing of them can be used
 */
export async function readUpload({ name, files, format }: Upload): Promise<ParsedFramework & { format: string }> {
  const { sources, ignored } = await uploadSources(files);
  const told = format === FORMAT_BY_FILES ? await detectFormat(sources) : { format, sources };
  const parsed = await readAs(told.format, told.sources, frameworkBaseUri(frameworkSlug(name)));
  for (const file of ignored) {
    const message = 'The file in the archive is no table, text or JSON by its name and was not read.';
    parsed.problems.add({ file, severity: 'warning', code: 'file-ignored', message });
  }
  return { ...parsed, format: told.format };
}

function readAs(format: string, sources: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  switch (format) {
    case 'esco':
      return readEscoFramework(sources);
    case 'tabiya':
      return readTabiyaFramework(sources, baseUri);
    case 'onet':
      return readOnetFramework(sources);
    case 'case':
      return readCaseFramework(sources, baseUri);
    case 'ctdl-asn':
      return readCtdlFramework(sources);
    case 'rsd':
      return readRsdFramework(sources, baseUri);
    default:
      return readOwnTables(sources, baseUri);
  }
}
