import { canonicalReference } from '../identifier/identifier.js';
import { FrameworkDraft } from '../import/framework-draft.js';
import { type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { readTables } from '../table/source-tables.js';
import type { SourceFile } from '../table/source-text.js';
import { ModelInfos } from './model-info.js';
import { tabiyaAndEscoFiles } from './tabiya-files.js';

/** Member lists in the files of an ESCO download stand in one cell. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;

/**
 * A taxonomy in the csv format of Tabiya: skills, occupations, their groups, hierarchies and relations of one dataset or
 * of several, in any order, alone or on top of the files of an ESCO download.
 *
 * @param baseUri begins the uris of entities that have no other identity than their ID
 * @throws {UnreadableSource} when a file is none of these, or no row of any could be taken
 * @see https://github.com/tabiya-tech/taxonomy-model-application
 */
export async function readTabiyaFramework(files: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const models = new ModelInfos();
  const tallies = await readTables(files, tabiyaAndEscoFiles(draft, models, baseUri), { maxRowBytes: MAX_ROW_BYTES });
  const entries = await draft.settle();
  const isEsco = entries.some(({ uri }) => /^(?:esco|isco)/.test(canonicalReference(uri)?.scheme ?? ''));
  const about = models.about(isEsco);
  return {
    content: { entries, ...(Object.keys(about).length === 0 ? {} : { about }) },
    problems: draft.problems,
    files: tallies,
  };
}
