import { COMPETENCY_TYPES, type CompetencyStatus, type CompetencyType } from '../content/framework-content.js';
import { isLanguage, listOf } from '../csv/csv-lists.js';
import { plainUri } from '../identifier/plain-uri.js';
import { canBeEntry, fittingDetails, fittingLabels, fittingText, oneLine, plainDraft } from '../import/draft-texts.js';
import type { DraftEntry, FrameworkDraft, Place } from '../import/framework-draft.js';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { listsHeadings, listsOccupations, listsTools } from './table-name.js';
import type { ShapeColumn, TableShape } from './table-shape.js';

/** Makes entries of rows, and finds them again by whatever other rows call them. */
export class LinkedEntries {
  private readonly byKey = new Map<string, string>();
  private readonly byName = new Map<string, string | null>();

  constructor(
    private readonly draft: FrameworkDraft,
    private readonly baseUri: string,
  ) {}

  /** The uri of a row: its own, else made of what the table lists and the key, so that two tables may use one key. */
  uriOf(shape: TableShape, table: string, cells: readonly string[]): string {
    const own = shape.read.uri(cells);
    if (own !== '' && plainUri(own) !== undefined) return own;
    const key = shape.read.key(cells) || own;
    return key === '' ? '' : this.uriOfKey(table, key);
  }

  uriOfKey(table: string, key: string): string {
    return `${this.baseUri}${encodeURIComponent(table)}:${encodeURIComponent(key)}`;
  }

  /**
   * @param table what the row is one of
   * @param kept columns that say something of the entry and have no other meaning
   * @returns the uri; undefined where the row was not taken, which is reported
   */
  take(
    place: Place,
    shape: TableShape,
    table: string,
    cells: readonly string[],
    said: { readonly name: string; readonly kept: readonly ShapeColumn[] },
  ): string | undefined {
    const { draft } = this;
    const { read } = shape;
    const uri = this.uriOf(shape, table, cells);
    const label = oneLine(said.name);
    if (!canBeEntry(draft, place, uri, label)) return undefined;
    const code = read.code(cells);
    const status = STATUSES.get(read.status(cells).toLowerCase());
    const language = read.language(cells).toLowerCase() || 'en';
    const fault = rowFault(code, status, language);
    if (fault !== undefined) {
      draft.report(place, 'error', ...fault);
      return undefined;
    }
    const type = typeOf(read.type(cells), table);
    const [definition, notes] = [read.description(cells), read.notes(cells)].map((text) => fittingText(draft, place, text)); // prettier-ignore
    const details = fittingDetails(
      draft,
      place,
      detailsOf(said.kept, cells, type === undefined ? read.type(cells) : ''),
    );
    const position = positionOf(read.position(cells));
    const kind = type ?? defaultType(table);
    const entry: DraftEntry = {
      ...plainDraft(uri, { language, text: label }),
      ...(code === '' ? {} : { code }),
      alternativeLabels: fittingLabels(draft, place, language, listOf(read.alternatives(cells))),
      ...(definition === undefined ? {} : { definition }),
      ...(notes === undefined ? {} : { notes }),
      type: kind,
      assignable: kind !== 'group' && kind !== 'occupation',
      status: status ?? 'active',
      ...(position === undefined ? {} : { position }),
      ...(details === undefined ? {} : { details }),
    };
    const known = draft.entry(uri);
    const isOfOtherFile = known !== undefined && draft.placeOf(uri).file !== place.file;
    if (isOfOtherFile && known.label.text === label) this.complete(place, known, entry);
    else if (!draft.add(place, entry)) return undefined;
    this.know(table, uri, shape.keysOf(cells), label);
    return uri;
  }

  /** Another table about the same entry adds what the first one does not say. */
  private complete(place: Place, known: DraftEntry, { details, ...said }: DraftEntry): void {
    if (known.definition !== undefined && said.definition !== undefined && known.definition !== said.definition) {
      const message = 'Another table defines the entry in other words; those of the first one are kept.';
      this.draft.report(place, 'warning', 'definition-differs', message);
    }
    const texts = new Set(known.alternativeLabels.map(({ text }) => text));
    const names = said.alternativeLabels.filter(({ text }) => !texts.has(text));
    const all = fittingDetails(this.draft, place, { ...details, ...known.details });
    Object.assign(known, {
      ...{ ...said, ...known },
      alternativeLabels: [...known.alternativeLabels, ...names],
      ...(all === undefined ? {} : { details: all }),
    });
  }

  /** A heading that no row describes. */
  addHeading(place: Place, table: string, uri: string, name: string): string | undefined {
    if (this.draft.entry(uri) !== undefined) return uri;
    const label = oneLine(name);
    if (!canBeEntry(this.draft, place, uri, label)) return undefined;
    this.draft.add(place, { ...plainDraft(uri, { language: 'en', text: label }), type: 'group', assignable: false });
    this.know(table, uri, [], label);
    return uri;
  }

  /** @param table undefined where any may be meant */
  find(table: string | undefined, tables: readonly string[], reference: string): string | undefined {
    const among = table === undefined ? tables : [table];
    const keyed = among.map((one) => this.byKey.get(`${one} ${reference}`)).find((uri) => uri !== undefined);
    if (keyed !== undefined) return keyed;
    const name = oneLine(reference).toLowerCase();
    return among.map((one) => this.byName.get(`${one} ${name}`)).find((uri) => typeof uri === 'string');
  }

  private know(table: string, uri: string, keys: readonly string[], label: string): void {
    for (const key of keys) if (!this.byKey.has(`${table} ${key}`)) this.byKey.set(`${table} ${key}`, uri);
    const name = `${table} ${label.toLowerCase()}`;
    this.byName.set(name, this.byName.has(name) ? null : uri);
  }
}

const STATUSES = new Map<string, CompetencyStatus>([
  ['', 'active'],
  ...['active', 'released', 'published', 'current', 'approved'].map((text): [string, CompetencyStatus] => [
    text,
    'active',
  ]),
  ...['draft', 'proposed'].map((text): [string, CompetencyStatus] => [text, 'draft']),
  ...['deprecated', 'obsolete', 'retired', 'archived', 'inactive'].map((text): [string, CompetencyStatus] => [text, 'deprecated']), // prettier-ignore
]);

function rowFault(
  code: string,
  status: CompetencyStatus | undefined,
  language: string,
): [code: string, message: string] | undefined {
  if (code.length > IMPORT_LIMITS.maxCode) return ['cell-too-long', `A key has at most ${IMPORT_LIMITS.maxCode} characters.`]; // prettier-ignore
  if (status === undefined) return ['status-unknown', 'The status is none of active, draft, deprecated.'];
  return isLanguage(language) ? undefined : ['language-invalid', 'The language is not a tag like "en" or "de-AT".'];
}

const typeOf = (text: string, table: string): CompetencyType | undefined =>
  listsTools(table) ? undefined : COMPETENCY_TYPES.find((type) => type === text.toLowerCase());

function defaultType(table: string): CompetencyType {
  if (listsHeadings(table)) return 'group';
  if (listsTools(table)) return 'tool';
  if (listsOccupations(table)) return 'occupation';
  return COMPETENCY_TYPES.find((type) => type === table.split('_').at(-1)) ?? 'skill';
}

/** A cell with bars is a list. */
function detailsOf(columns: readonly ShapeColumn[], cells: readonly string[], type: string): Record<string, unknown> {
  const said = columns.map(({ name, of }): [string, unknown] => {
    const text = of(cells);
    return [name.slice(0, 100), text.includes('|') ? listOf(text) : text];
  });
  return { ...Object.fromEntries(said), ...(type === '' ? {} : { type }) };
}

function positionOf(text: string): number | undefined {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}
