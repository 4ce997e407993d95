import type { FrameworkAbout } from '../content/framework-content.js';
import { FrameworkDraft } from '../import/framework-draft.js';
import { type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { withoutEmpty } from '../json/json-members.js';
import { readTables } from '../table/source-tables.js';
import type { SourceFile } from '../table/source-text.js';
import { onetFiles, type OnetNotes } from './onet-files.js';

/**
 * O*NET from the text files of its database, any of them and in any order: content model, occupations, ratings,
 * technologies and tools, work activities, level anchors.
 *
 * @throws {UnreadableSource} when a file is none of O*NET's, or no row of any could be taken
 * @see https://www.onetcenter.org/dictionary/29.2/text/
 */
export async function readOnetFramework(files: readonly SourceFile[]): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const notes: OnetNotes = { scales: [], jobZones: [] };
  // In these files a quote is a character like any other.
  const tallies = await readTables(files, onetFiles(draft, notes), { quoted: false });
  return {
    content: { entries: await draft.settle(), about: aboutOf(notes) },
    problems: draft.problems,
    files: tallies,
  };
}

function aboutOf({ release, scales, jobZones }: OnetNotes): FrameworkAbout {
  const database = release?.startsWith('O*NET') ? release : 'O*NET Database';
  return {
    title: database,
    publisher: 'U.S. Department of Labor, Employment and Training Administration',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    attribution:
      `This product includes information from the ${database} by the U.S. Department of Labor, Employment and Training ` +
      'Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Credence has ' +
      'modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
    homepage: 'https://www.onetcenter.org/database.html',
    details: withoutEmpty({ scales, jobZones }),
  };
}
