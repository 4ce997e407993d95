import { readLinkedTables } from '../linked-tables/linked-framework.js';
import { tableShape } from '../linked-tables/table-shape.js';
import type { ParsedFramework } from '../import/parsed-framework.js';
import { UnreadableSource } from '../import/source-problem.js';
import { beginningOf } from '../table/first-character.js';
import { headerNames, holdsHeader } from '../table/header-names.js';
import type { SourceFile } from '../table/source-text.js';
import { TableHeader } from '../table/table-header.js';
import { readHeader } from './csv-columns.js';
import { readCsvFramework } from './csv-framework.js';

/**
 * How a table of one's own is written: with the columns of the format, or as one of several that refer to each other. A bare
 * one holds names and keys only.
 */
export type OwnForm = 'columns' | 'linked' | 'bare';

/** @returns undefined for a header row of neither form */
export function ownForm(names: readonly string[], file: string): OwnForm | undefined {
  const { columns } = readHeader(names);
  if (columns.includes('label') && (columns.includes('uri') || columns.includes('code'))) return 'columns';
  const shape = tableShape(new TableHeader(names), file);
  return shape === undefined ? undefined : shape.isBare ? 'bare' : 'linked';
}

/**
 * A framework of one's own, in either form.
 *
 * @param baseUri begins the uris of rows that have none
 * @throws {UnreadableSource} `format-unclear` for files of both forms; when a file cannot be read, or no row of any could be taken
 */
export async function readOwnTables(files: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  const sources: SourceFile[] = [];
  const forms: (OwnForm | undefined)[] = [];
  for (const given of files) {
    const { source, beginning } = await beginningOf(given, holdsHeader);
    sources.push(source);
    forms.push(ownForm(headerNames(beginning.replace(/^\ufeff/, '')), given.file));
  }
  const isLinked = forms.includes('linked');
  const other = forms.indexOf('columns');
  if (isLinked && other >= 0) {
    const message = 'Tables with the columns of the format and tables that refer to each other cannot come together.';
    throw new UnreadableSource({ file: files[other]?.file ?? '', severity: 'fatal', code: 'format-unclear', message });
  }
  return isLinked ? readLinkedTables(sources, baseUri) : readCsvFramework(sources, baseUri);
}
