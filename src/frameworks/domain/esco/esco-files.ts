import { splitLines } from '../import/split-lists.js';
import type { FrameworkDraft } from '../import/framework-draft.js';
import type { OpenTable, TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { type ConceptRow, EscoConcepts } from './esco-concepts.js';
import { fileLanguage } from './file-language.js';

type Open = (header: TableHeader, file: string) => TakeRow;

/** The files of an ESCO download; which one a file is shows in its header row, its language in its name. */
export function escoFiles(draft: FrameworkDraft, concepts = new EscoConcepts(draft)): OpenTable {
  // The first that fits counts: every collection has the columns of a concept file as well.
  const kinds: readonly [kind: string, columns: readonly string[], open: Open][] = [
    ['esco occupation relations', ['occupationUri', 'relationType', 'skillUri'], (h) => needsOf(draft, h)],
    ['esco skill relations', ['originalSkillUri', 'relationType', 'relatedSkillUri'], (h) => skillPairs(draft, h)],
    ['esco hierarchy relations', ['conceptUri', 'broaderUri'], (h) => broaderPairs(draft, h)],
    ['esco skills hierarchy', ['Level 0 URI', 'Level 0 preferred term'], (h) => levels(draft, concepts, h)],
    ['esco concept schemes', ['conceptSchemeUri', 'hasTopConcept'], (h) => schemes(draft, concepts, h)],
    [
      'esco collection',
      ['conceptUri', 'preferredLabel', 'broaderConceptUri'],
      (h, f) => members(concepts, draft, h, f),
    ],
    ['esco occupations', ['conceptUri', 'preferredLabel', 'iscoGroup'], (h, f) => occupations(concepts, draft, h, f)],
    ['esco concepts', ['conceptUri', 'preferredLabel'], (h, f) => conceptsOf(concepts, h, f)],
  ];
  return (header, file) => {
    const found = kinds.find(([, columns]) => header.has(...columns));
    return found === undefined ? undefined : { kind: found[0], take: found[2](header, file) };
  };
}

function conceptsOf(concepts: EscoConcepts, header: TableHeader, file: string): TakeRow {
  const read = conceptReader(header);
  const language = fileLanguage(file) ?? 'en';
  return (cells, place) => concepts.take(place, language, read(cells));
}

function occupations(concepts: EscoConcepts, draft: FrameworkDraft, header: TableHeader, file: string): TakeRow {
  const take = conceptsOf(concepts, header, file);
  const [uri, group] = [header.column('conceptUri'), header.column('iscoGroup')];
  return (cells, place) => {
    take(cells, place);
    if (group(cells) === '') return;
    const iscoGroup = `http://data.europa.eu/esco/isco/C${group(cells).replace(/^C/i, '')}`;
    draft.relateWhereKnown(place, 'broader', uri(cells), iscoGroup);
  };
}

function members(concepts: EscoConcepts, draft: FrameworkDraft, header: TableHeader, file: string): TakeRow {
  const read = conceptReader(header);
  const [language, collection] = [fileLanguage(file) ?? 'en', collectionName(file)];
  const broader = header.column('broaderConceptUri');
  return (cells, place) => {
    const row = read(cells);
    draft.whenRead(() => concepts.takeMember(place, language, row, collection));
    for (const parent of splitLines(broader(cells))) draft.relateWhereKnown(place, 'broader', row.uri, parent);
  };
}

function needsOf(draft: FrameworkDraft, header: TableHeader): TakeRow {
  const [occupation, relation, skill] = ['occupationUri', 'relationType', 'skillUri'].map((c) => header.column(c));
  return (cells, place) => {
    const type = needType(relation?.(cells) ?? '');
    if (type === undefined) draft.report(place, 'error', 'relation-unknown', 'A relation is essential or optional.');
    else draft.relate(place, type, occupation?.(cells) ?? '', skill?.(cells) ?? '');
  };
}

/** What a skill needs stands beside it: who has one of the two is part of the way to the other. */
function skillPairs(draft: FrameworkDraft, header: TableHeader): TakeRow {
  const needs = needsOf(draft, header.named({ occupationUri: 'originalSkillUri', skillUri: 'relatedSkillUri' }));
  const [from, to] = [header.column('originalSkillUri'), header.column('relatedSkillUri')];
  return (cells, place) => {
    needs(cells, place);
    draft.relateWhereKnown(place, 'related', from(cells), to(cells));
  };
}

function broaderPairs(draft: FrameworkDraft, header: TableHeader): TakeRow {
  const [child, parent] = [header.column('conceptUri'), header.column('broaderUri')];
  return (cells, place) => draft.relate(place, 'broader', child(cells), parent(cells));
}

/** One row a group, with the groups above it before it; describes groups where no other file does. */
function levels(draft: FrameworkDraft, concepts: EscoConcepts, header: TableHeader): TakeRow {
  const steps = [0, 1, 2, 3].map((level) => ({
    uri: header.column(`Level ${level} URI`),
    label: header.column(`Level ${level} preferred term`),
    code: header.column(`Level ${level} code`),
  }));
  const [description, notes] = [header.column('Description'), header.column('Scope note')];
  return (cells, place) => {
    const path = steps.filter(({ uri }) => uri(cells) !== '');
    const own = path.at(-1);
    const parent = path.at(-2);
    if (own === undefined) {
      draft.report(place, 'error', 'identity-missing', 'The row names no group.');
      return;
    }
    const uri = own.uri(cells);
    const said = { uri, label: own.label(cells), code: own.code(cells), description: description(cells) };
    draft.whenRead(() => {
      if (draft.entry(uri) !== undefined) return;
      concepts.take(place, 'en', { ...NOTHING_SAID, kind: 'SkillGroup', ...said, notes: notes(cells) });
    });
    if (parent !== undefined) draft.relate(place, 'broader', uri, parent.uri(cells));
  };
}

/** Schemes are lists of concepts; members are joined when all concepts are known. */
function schemes(draft: FrameworkDraft, concepts: EscoConcepts, header: TableHeader): TakeRow {
  const [label, title, top] = [header.column('preferredLabel'), header.column('title'), header.column('hasTopConcept')];
  return (cells, place) => {
    const name = label(cells) || title(cells);
    if (name === '') {
      draft.report(place, 'error', 'label-missing', 'The scheme has no label.');
      return;
    }
    const uris = splitLines(top(cells));
    draft.whenRead(() => uris.forEach((uri) => concepts.join(uri, name.slice(0, 200))));
  };
}

const NOTHING_SAID: ConceptRow = {
  uri: '',
  kind: '',
  skillType: '',
  reuseLevel: '',
  code: '',
  label: '',
  alternative: [],
  hidden: [],
  status: '',
  description: '',
  definition: '',
  notes: '',
  replacedBy: '',
  details: {},
};

/** Columns that are kept though nothing here reads them. */
const KEPT = ['modifiedDate', 'regulatedProfessionNote', 'iscoGroup'] as const;

export function conceptReader(header: TableHeader): (cells: readonly string[]) => ConceptRow {
  const column = (name: string) => header.column(name);
  const [uri, kind, skillType, reuseLevel] = [column('conceptUri'), column('conceptType'), column('skillType'), column('reuseLevel')]; // prettier-ignore
  const [code, label, alternative, hidden] = [column('code'), column('preferredLabel'), column('altLabels'), column('hiddenLabels')]; // prettier-ignore
  const [status, description, definition, notes] = [column('status'), column('description'), column('definition'), column('scopeNote')]; // prettier-ignore
  const replacedBy = header.has('replacedBy') ? column('replacedBy') : column('isReplacedBy');
  const kept = KEPT.map((name) => [name, column(name)] as const);
  return (cells) => ({
    uri: uri(cells),
    kind: kind(cells),
    skillType: skillType(cells),
    reuseLevel: reuseLevel(cells),
    code: code(cells),
    label: label(cells),
    alternative: splitLines(alternative(cells)),
    hidden: splitLines(hidden(cells)),
    status: status(cells),
    description: description(cells),
    definition: definition(cells),
    notes: notes(cells),
    replacedBy: replacedBy(cells),
    details: Object.fromEntries(kept.map(([name, read]) => [name, read(cells)])),
  });
}

function needType(relation: string): 'essential' | 'optional' | undefined {
  const type = relation.toLowerCase();
  return type === 'essential' || type === 'optional' ? type : undefined;
}

/** `digitalSkillsCollection_en.csv.gz` is the collection `digital`. */
function collectionName(file: string): string {
  const name = (file.split(/[/\\]/).at(-1) ?? '').replace(/(?:\.\w+)+$/, '').replace(/_[a-z]{2}$/i, '');
  return name.replace(/(?:Skills)?Collection$/i, '') || name || 'collection';
}
