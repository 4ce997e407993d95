import { FrameworkDraft } from '../import/framework-draft.js';
import { type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { readTables } from '../table/source-tables.js';
import type { SourceFile } from '../table/source-text.js';
import { escoFiles } from './esco-files.js';

/** The member lists of whole schemes stand in one cell. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;

/**
 * ESCO from the files of its download, of one or several languages and in any order: concepts, groups, occupations,
 * collections and their relations.
 *
 * @throws {UnreadableSource} when a file is none of ESCO's, or no row of any could be taken
 */
export async function readEscoFramework(files: readonly SourceFile[]): Promise<ParsedFramework> {
  const problems = new ProblemList();
  const draft = new FrameworkDraft(problems);
  const tallies = await readTables(files, escoFiles(draft), { maxRowBytes: MAX_ROW_BYTES });
  return { content: { entries: await draft.settle() }, problems, files: tallies };
}
