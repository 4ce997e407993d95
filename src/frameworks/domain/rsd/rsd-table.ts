import { createHash } from 'node:crypto';
import { splitSemicolons } from '../import/split-lists.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import type { OpenTable } from '../table/source-tables.js';
import { bareName, type TableHeader } from '../table/table-header.js';
import { type RichSkill, type RsdAlignment, type RsdOccupation, takeRichSkill } from './rich-skill.js';

type Reader = (cells: readonly string[]) => string;

/**
 * The csv of an open skills library: its imports under the old and the new header row, and its export, which has a
 * `Canonical URL`. Rows without one are known by their name, and by name and statement where several share a name.
 *
 * @param baseUri begins the uris of rows that have none
 */
export function rsdTables(draft: FrameworkDraft, baseUri: string): OpenTable {
  const rows: { readonly place: Place; readonly skill: RichSkill }[] = [];
  draft.whenRead(() => {
    const uses = new Map<string, number>();
    for (const { skill } of rows) uses.set(keyOf(skill), (uses.get(keyOf(skill)) ?? 0) + 1);
    for (const { place, skill } of rows) {
      const uri = skill.uri || uriOf(skill, baseUri, (uses.get(keyOf(skill)) ?? 0) > 1);
      takeRichSkill(draft, place, { ...skill, uri });
    }
  });
  return (header) => {
    if (!isRsdHeader(header)) return undefined;
    const read = rowReader(header);
    return { kind: 'rsd table', take: (cells, place) => void rows.push({ place, skill: read(cells) }) };
  };
}

export const isRsdHeader = (header: TableHeader): boolean =>
  header.has('RSD Name', 'Skill Statement') || header.has('Skill Name', 'Contextualized Skill Statement');

const keyOf = ({ name, statement }: RichSkill): string => bareName(name || statement);

function uriOf(skill: RichSkill, baseUri: string, isShared: boolean): string {
  const key = keyOf(skill);
  if (key === '') return '';
  const statement = isShared ? bareName(skill.statement) : '';
  const digest = createHash('sha256').update(`${key} ${statement}`).digest('hex');
  return `${baseUri}rsd-${digest.slice(0, 32)}`;
}

/** Names that columns have had, the newest first. */
const COLUMNS = {
  uri: ['Canonical URL'],
  name: ['RSD Name', 'Skill Name'],
  statement: ['Skill Statement', 'Contextualized Skill Statement'],
  authors: ['Authors', 'Author'],
  categories: ['Categories', 'Category', 'Skill Categories', 'Skill Category'],
  keywords: ['Keywords'],
  standards: ['Standards', 'Professional Standards'],
  certifications: ['Certifications'],
  employers: ['Employers', 'Employer'],
  collections: ['Collections', 'Collection'],
} as const;

const OCCUPATIONS = [
  ['Occupation Major Groups', 'BLS Major Group', 'BLS Major Groups'],
  ['Occupation Minor Groups', 'BLS Minor Group', 'BLS Minor Groups'],
  ['Broad Occupations', 'BLS Broad Occupation', 'BLS Broad Occupations'],
  ['Detailed Occupations', 'BLS Detailed Occupation', 'BLS Detailed Occupations'],
  ['O*NET Job Codes', 'O*NET Job Role', 'O*NET Job Roles'],
] as const;

function rowReader(header: TableHeader): (cells: readonly string[]) => RichSkill {
  const column = (names: readonly string[]): Reader => header.column(names.find((name) => header.has(name)) ?? '');
  const text = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, names]) => [name, column(names)]),
  ) as unknown as Record<keyof typeof COLUMNS, Reader>;
  const occupations = OCCUPATIONS.map((names) => column(names));
  const alignments = alignmentReaders(header);
  return (cells) => {
    const list = (name: keyof typeof COLUMNS): string[] => splitSemicolons(text[name](cells));
    return {
      uri: text.uri(cells),
      name: text.name(cells),
      statement: text.statement(cells),
      status: '',
      authors: list('authors'),
      categories: list('categories'),
      keywords: list('keywords'),
      standards: list('standards'),
      certifications: list('certifications'),
      employers: list('employers'),
      collections: list('collections'),
      occupations: occupations.flatMap((read) => splitSemicolons(read(cells)).map(occupationOf)),
      alignments: alignments.map((read) => read(cells)).filter(({ url, name }) => url !== '' || name !== ''),
      dates: {},
    };
  };
}

/** `15-1251`, or `15-1251 Software Developers` */
function occupationOf(text: string): RsdOccupation {
  const [, code = text, name = ''] = /^(\d{2}-\d{4}(?:\.\d{2})?)\s*[-:,]?\s*(.*)$/.exec(text) ?? [];
  return { code, name, framework: '' };
}

/** `Alignment Name`, `Alignment URL`, `Alignment Framework`, then the same with numbers: `Alignment 2 Name`... */
function alignmentReaders(header: TableHeader): ((cells: readonly string[]) => RsdAlignment)[] {
  const numbers = header.names.flatMap((name) => /^\s*alignment\s*(\d{1,3})/i.exec(name)?.[1] ?? []);
  const prefixes = ['Alignment', ...[...new Set(numbers)].map((number) => `Alignment ${number}`)];
  return prefixes.map((prefix) => {
    const [name, title] = [header.column(`${prefix} Name`), header.column(`${prefix} Title`)];
    const [url, bare, framework] = [header.column(`${prefix} URL`), header.column(prefix), header.column(`${prefix} Framework`)]; // prettier-ignore
    return (cells) => ({
      url: url(cells) || bare(cells),
      name: name(cells) || title(cells),
      framework: framework(cells),
    });
  });
}
