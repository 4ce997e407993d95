import { FrameworkDraft } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { turns } from '../import/in-turns.js';
import { type FileTally, type ParsedFramework, ProblemList } from '../import/parsed-framework.js';
import { UnreadableSource } from '../import/source-problem.js';
import { isObject } from '../json/json-members.js';
import { readJson } from '../json/json-source.js';
import { firstCharacter } from '../table/first-character.js';
import { readTables } from '../table/source-tables.js';
import type { ByteBudget, SourceFile } from '../table/source-text.js';
import { takeRichSkill } from './rich-skill.js';
import { rsdItems, richSkillOf } from './rsd-json.js';
import { rsdTables } from './rsd-table.js';

/**
 * Rich skill descriptors of an open skills library: answers of its API (JSON, version 2 or 3) and its csv files, mixed.
 *
 * @param baseUri begins the uris of csv rows that have none
 * @throws {UnreadableSource} when a file is none of these, or no descriptor of any could be taken
 * @see https://rsd.openskillsnetwork.org/context-v1.json
 */
export async function readRsdFramework(files: readonly SourceFile[], baseUri: string): Promise<ParsedFramework> {
  const draft = new FrameworkDraft(new ProblemList());
  const tables = rsdTables(draft, baseUri);
  const budget = { bytes: IMPORT_LIMITS.maxBytes, rows: IMPORT_LIMITS.maxRows };
  const tallies: FileTally[] = [];
  for (const file of files) {
    const { source, character } = await firstCharacter(file);
    if (character === '{' || character === '[') tallies.push(await takeJson(draft, source, budget));
    else tallies.push(...(await readTables([source], tables, {}, budget)));
  }
  return { content: { entries: await draft.settle() }, problems: draft.problems, files: tallies };
}

async function takeJson(draft: FrameworkDraft, source: SourceFile, budget: ByteBudget): Promise<FileTally> {
  const { file } = source;
  const items = rsdItems(await readJson(source, budget));
  if (items === undefined) {
    const message = 'The file holds no rich skill descriptor.';
    throw new UnreadableSource({ file, severity: 'fatal', code: 'file-unknown', message });
  }
  const giveWay = turns();
  for (const { pointer, value, collection } of items) {
    await giveWay();
    const place = { file, pointer };
    if (isObject(value)) takeRichSkill(draft, place, richSkillOf(value, collection));
    else
      draft.report(
        place,
        'error',
        'not-an-object',
        'A descriptor is expected here; an address of one is not followed.',
      );
  }
  return { file, kind: 'rsd descriptors', rows: items.length };
}
