import { EscoConcepts } from '../esco/esco-concepts.js';
import { escoFiles } from '../esco/esco-files.js';
import type { FrameworkDraft } from '../import/framework-draft.js';
import type { OpenTable, TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { DatasetIds, type TabiyaKind } from './dataset-ids.js';
import type { ModelInfos } from './model-info.js';
import { LABEL_IN_LANGUAGE, TabiyaEntries } from './tabiya-entries.js';
import { TabiyaRelations } from './tabiya-relations.js';

/**
 * The files of a tabiya dataset; which one a file is shows in its header row.
 *
 * @param baseUri begins the uris of entities that have no other identity than their ID
 */
export function tabiyaFiles(
  draft: FrameworkDraft,
  models: ModelInfos,
  baseUri: string,
  concepts = new EscoConcepts(draft),
): OpenTable {
  const ids = new DatasetIds();
  const entries = new TabiyaEntries(draft, concepts, ids, models, baseUri);
  const relations = new TabiyaRelations(draft, ids);
  const kinds: readonly [kind: string, columns: readonly string[], open: (header: TableHeader) => TakeRow][] = [
    ['occupation needs', ['OCCUPATIONID', 'SKILLID'], (h) => relations.openNeeds(h)],
    ['skill relations', ['REQUIRINGID', 'RELATIONTYPE', 'REQUIREDID'], (h) => relations.openSkillPairs(h)],
    ['hierarchy', ['PARENTOBJECTTYPE', 'PARENTID', 'CHILDID'], (h) => relations.openHierarchy(h)],
    ['model info', ['UUIDHISTORY', 'NAME', 'LOCALE'], (h) => models.open(h)],
  ];
  return (header, file) => {
    if (LICENCE.test(file)) return { kind: 'tabiya licence', take: models.openLicence(header) };
    const found = kinds.find(([, columns]) => header.has(...columns));
    if (found !== undefined) return { kind: `tabiya ${found[0]}`, take: found[2](header) };
    const kind = entityKind(header);
    return kind === undefined ? undefined : { kind: `tabiya ${NAMES[kind]}`, take: entries.open(header, kind) };
  };
}

/** Together with the files of an ESCO download, which name and describe what a dataset in another language translates. */
export function tabiyaAndEscoFiles(draft: FrameworkDraft, models: ModelInfos, baseUri: string): OpenTable {
  const concepts = new EscoConcepts(draft);
  const own = tabiyaFiles(draft, models, baseUri, concepts);
  const esco = escoFiles(draft, concepts);
  return (header, file) => own(header, file) ?? esco(header, file);
}

const LICENCE = /(?:^|[/\\])licen[cs]e(?:\.(?:md|txt))?$/i;

const NAMES: Readonly<Record<TabiyaKind, string>> = {
  skill: 'skills',
  skillgroup: 'skill groups',
  occupation: 'occupations',
  occupationgroup: 'occupation groups',
};

function entityKind(header: TableHeader): TabiyaKind | undefined {
  const isLabelled = header.has('PREFERREDLABEL') || header.names.some((name) => LABEL_IN_LANGUAGE.test(name.trim()));
  const isIdentified = ['UUIDHISTORY', 'ORIGINURI', 'ESCOURI'].some((name) => header.has(name));
  if (!isLabelled || !isIdentified || !header.has('ID')) return undefined;
  if (header.has('SKILLTYPE')) return 'skill';
  if (header.has('OCCUPATIONTYPE')) return 'occupation';
  const isOfSkills = !header.has('GROUPTYPE') && header.names.some((name) => /^scopenote(?:_\w+)?$/i.test(name.trim()));
  return isOfSkills ? 'skillgroup' : 'occupationgroup';
}
