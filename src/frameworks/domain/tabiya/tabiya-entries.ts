import type { ConceptRow, EscoConcepts } from '../esco/esco-concepts.js';
import { plainUri } from '../identifier/plain-uri.js';
import { uriKey } from '../identifier/entry-keys.js';
import type { FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import type { TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import type { DatasetIds, TabiyaKind } from './dataset-ids.js';
import { kindNamed } from './dataset-ids.js';
import type { ModelInfos } from './model-info.js';
import { listedUuids } from './uuid-history.js';

type Cell = (cells: readonly string[]) => string;

/** How a kind is called among the concepts of ESCO. */
const CONCEPT_KINDS: Readonly<Record<TabiyaKind, string>> = {
  skill: 'Skill',
  skillgroup: 'SkillGroup',
  occupation: 'Occupation',
  occupationgroup: 'OccupationGroup',
};

/**
 * Skills, occupations and their groups. An entity is the same one by its `ORIGINURI`; one that was made in the dataset is
 * known by the first id that it had, since every copy gets another.
 */
export class TabiyaEntries {
  private readonly groups = new Map<string, string>();

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly concepts: EscoConcepts,
    private readonly ids: DatasetIds,
    private readonly models: ModelInfos,
    private readonly baseUri: string,
  ) {}

  /** Rows wait until all files were read, for the language of a dataset may stand in the last of them. */
  open(header: TableHeader, kind: TabiyaKind): TakeRow {
    const read = rowReader(header);
    const texts = textReaders(header);
    const group = header.has('OCCUPATIONGROUPCODE') ? header.column('OCCUPATIONGROUPCODE') : header.column('ISCOGROUPCODE'); // prettier-ignore
    return (cells, place) => {
      const row = read(cells);
      const said = texts.map(({ language, of }) => ({ language, ...of(cells) }));
      const groupCode = kind === 'occupation' ? group(cells) : '';
      this.draft.whenRead(() => this.take(place, kind, { ...row, groupCode }, said));
    };
  }

  private take(place: Place, kind: TabiyaKind, row: EntityRow, texts: readonly EntityTexts[]): void {
    const { draft } = this;
    const history = listedUuids(row.history);
    if (history.isCut) {
      const message = `Of the ids that the entity had, ${IMPORT_LIMITS.maxListItems} are kept.`;
      draft.report(place, 'warning', 'history-too-long', message);
    }
    if (kind === 'occupation' && row.type !== '' && kindNamed(row.type) !== 'occupation') {
      draft.report(place, 'error', 'type-unknown', `"${row.type.slice(0, 60)}" is no type of occupation known here.`);
      return;
    }
    const uri = this.uriOf(place, row, history.kept.at(-1));
    const worded = texts.filter(({ label }) => label !== '');
    for (const { language = this.models.languageOf(place.file), ...text } of worded.length > 0
      ? worded
      : texts.slice(0, 1)) {
      const concept = { ...NOTHING_MORE, ...text, uri, kind: CONCEPT_KINDS[kind], ...row.members };
      if (!this.concepts.take(place, language, concept)) return;
    }
    this.reportUnnamed(place, texts);
    this.remember(place, kind, row, uri, history.kept);
  }

  private uriOf(place: Place, { origin, id }: EntityRow, oldest: string | undefined): string {
    if (origin.length <= IMPORT_LIMITS.maxUri && plainUri(origin) !== undefined) return origin;
    if (oldest !== undefined) return `urn:uuid:${oldest}`;
    if (id === '') return '';
    const message = 'The entity has neither an address nor an id of its own and is known by its ID in these files.';
    this.draft.report(place, 'warning', 'identity-by-id', message);
    return `${this.baseUri}${encodeURIComponent(id)}`;
  }

  private remember(place: Place, kind: TabiyaKind, row: EntityRow, uri: string, uuids: readonly string[]): void {
    this.ids.know(place.file, kind, row.id, uri);
    const entry = this.draft.entry(uri);
    if (entry !== undefined && uuids.length > 0) {
      const known = (entry.details?.uuidHistory ?? []) as readonly string[];
      const all = [...new Set([...known, ...uuids])].slice(0, IMPORT_LIMITS.maxListItems);
      entry.details = { ...entry.details, uuidHistory: all };
      entry.otherKeys = [...new Set([...entry.otherKeys, ...uuids.map((uuid) => uriKey(`urn:uuid:${uuid}`))])];
    }
    if (kind === 'occupationgroup') this.groups.set(row.members.code, uri);
    if (row.groupCode === '') return;
    // The group may stand in a later row.
    this.draft.whenRead(() => {
      const isco = `http://data.europa.eu/esco/isco/C${row.groupCode.replace(/^[CI]/, '')}`;
      this.draft.relateWhereKnown(place, 'broader', uri, this.groups.get(row.groupCode) ?? isco);
    });
  }

  /** A language that says something of the entity, but not what it is called. */
  private reportUnnamed(place: Place, texts: readonly EntityTexts[]): void {
    for (const { language = '', label, alternative, description } of texts) {
      if (label !== '' || (alternative.length === 0 && description === '')) continue;
      const message = `The texts in "${language}" have no preferred label and were left out.`;
      this.draft.report(place, 'warning', 'label-missing', message);
    }
  }
}

interface EntityRow {
  readonly origin: string;
  readonly id: string;
  readonly history: string;
  readonly type: string;
  readonly groupCode: string;
  readonly members: Pick<ConceptRow, 'code' | 'skillType' | 'reuseLevel' | 'details'>;
}

interface EntityTexts extends Pick<ConceptRow, 'label' | 'alternative' | 'description' | 'definition' | 'notes'> {
  /** Undefined where the columns name none. */
  readonly language: string | undefined;
}

const NOTHING_MORE = { hidden: [], status: '', replacedBy: '' };

/** Kept as they are, under names like those that ESCO's own files have. */
const KEPT = {
  regulatedProfessionNote: 'REGULATEDPROFESSIONNOTE',
  occupationGroupCode: 'OCCUPATIONGROUPCODE',
  occupationType: 'OCCUPATIONTYPE',
  groupType: 'GROUPTYPE',
  createdAt: 'CREATEDAT',
  updatedAt: 'UPDATEDAT',
} as const;

function rowReader(header: TableHeader): (cells: readonly string[]) => Omit<EntityRow, 'groupCode'> {
  const column = (name: string): Cell => header.column(name);
  const origin = header.has('ORIGINURI') ? column('ORIGINURI') : column('ESCOURI');
  const [id, history, type] = [column('ID'), column('UUIDHISTORY'), column('OCCUPATIONTYPE')];
  const [code, skillType, reuseLevel, localized] = [column('CODE'), column('SKILLTYPE'), column('REUSELEVEL'), column('ISLOCALIZED')]; // prettier-ignore
  const kept = Object.entries(KEPT).map(([name, inFile]) => [name, column(inFile)] as const);
  return (cells) => ({
    origin: origin(cells),
    id: id(cells),
    history: history(cells),
    type: type(cells),
    members: {
      code: code(cells),
      skillType: skillType(cells),
      reuseLevel: reuseLevel(cells),
      details: {
        ...Object.fromEntries(kept.map(([name, read]) => [name, read(cells)])),
        isLocalized: /^true$/i.test(localized(cells)) ? 'true' : '',
      },
    },
  });
}

type ReadTexts = (cells: readonly string[]) => Omit<EntityTexts, 'language'>;

/** One reader where columns are in the language of the dataset, one a language where they are named `PREFERREDLABEL_FR`. */
function textReaders(header: TableHeader): { language: string | undefined; of: ReadTexts }[] {
  const tags = header.names.flatMap((name) => LABEL_IN_LANGUAGE.exec(name.trim())?.[1] ?? []);
  const inLanguages = tags.map((tag) => ({
    language: tag.toLowerCase().replace('_', '-'),
    of: textsOf(header, `_${tag}`),
  }));
  return inLanguages.length > 0 ? inLanguages : [{ language: undefined, of: textsOf(header, '') }];
}

export const LABEL_IN_LANGUAGE = /^PREFERREDLABEL_([A-Z]{2,3}(?:[_-][A-Z]{2})?)$/i;

function textsOf(header: TableHeader, suffix: string): ReadTexts {
  const column = (name: string): Cell => header.column(`${name}${suffix}`);
  const [label, alternative, description] = [column('PREFERREDLABEL'), column('ALTLABELS'), column('DESCRIPTION')];
  const [definition, notes] = [column('DEFINITION'), column('SCOPENOTE')];
  return (cells) => ({
    label: label(cells),
    // Unlike those of ESCO's files, lists are parted by line ends only.
    alternative: alternative(cells)
      .split(/\r\n|\n|\r/)
      .filter((text) => text.trim() !== ''),
    description: description(cells),
    definition: definition(cells),
    notes: notes(cells),
  });
}
