import type { FrameworkDraft } from '../import/framework-draft.js';
import type { OpenTable, TakeRow } from '../table/source-tables.js';
import type { TableHeader } from '../table/table-header.js';
import { OnetElements } from './onet-elements.js';
import { OnetOccupations } from './onet-occupations.js';
import { OnetRatings } from './onet-ratings.js';
import { OnetTechnologies } from './onet-technologies.js';
import { elementUri, occupationUri } from './onet-uris.js';

/** Tables that describe the database itself, and the release that its read-me names. */
export interface OnetNotes {
  release?: string;
  readonly scales: object[];
  readonly jobZones: object[];
}

type Open = (header: TableHeader) => TakeRow;

const SOC = 'O*NET-SOC Code';

/** The text files of an O*NET database; which one a file is shows in its header row. */
export function onetFiles(draft: FrameworkDraft, notes: OnetNotes): OpenTable {
  const elements = new OnetElements(draft);
  const occupations = new OnetOccupations(draft);
  const ratings = new OnetRatings(draft, elements, occupations);
  const technologies = new OnetTechnologies(draft);
  // The first that fits counts: ratings name elements and occupations as well.
  const kinds: readonly [kind: string, columns: readonly string[], open: Open][] = [
    ['ratings', [SOC, 'Element ID', 'Scale ID', 'Data Value'], (h) => ratings.open(h)],
    [
      'level scale anchors',
      ['Element ID', 'Scale ID', 'Anchor Value', 'Anchor Description'],
      (h) => anchors(elements, h),
    ],
    ['technology skills', [SOC, 'Example', 'Hot Technology'], (h) => technologies.open(h, 'technology')],
    ['tools used', [SOC, 'Example', 'Commodity Code'], (h) => technologies.open(h, 'tool')],
    ['UNSPSC reference', ['Commodity Code', 'Class Code', 'Segment Code'], (h) => technologies.openCommodities(h)],
    ['alternate titles', [SOC, 'Alternate Title'], (h) => titles(occupations, h, 'Alternate Title', 'Short Title')],
    ['reported titles', [SOC, 'Reported Job Title'], (h) => titles(occupations, h, 'Reported Job Title')],
    ['task statements', [SOC, 'Task ID', 'Task'], (h) => tasks(occupations, h)],
    ['related occupations', [SOC, `Related ${SOC}`], (h) => pairs(draft, h, SOC, `Related ${SOC}`, occupationUri)],
    ['job zones', [SOC, 'Job Zone'], (h) => jobZones(occupations, h)],
    ['occupation data', [SOC, 'Title', 'Description'], (h) => occupationRows(occupations, h)],
    ['job zone reference', ['Job Zone', 'Name', 'Experience'], (h) => noted(notes.jobZones, h)],
    ['scales reference', ['Scale ID', 'Scale Name', 'Minimum'], (h) => noted(notes.scales, h)],
    ['detailed work activities', ['IWA ID', 'DWA ID', 'DWA Title'], (h) => activities(elements, h, 'DWA')],
    ['intermediate work activities', ['IWA ID', 'IWA Title'], (h) => activities(elements, h, 'IWA')],
    ['content model', ['Element ID', 'Element Name', 'Description'], (h) => elementRows(elements, h)],
  ];
  return (header, file) => {
    const found = kinds.find(([, columns]) => header.has(...columns));
    if (found !== undefined) return { kind: `onet ${found[0]}`, take: found[2](header) };
    const joined = header.names.filter((name) => / Element ID$/i.test(name.trim()));
    if (joined.length === 2) {
      const [from = '', to = ''] = joined;
      return { kind: 'onet element relations', take: pairs(draft, header, from, to, elementUri) };
    }
    return /(?:^|[/\\])read[ _-]?me\.txt/i.test(file)
      ? { kind: 'onet read me', take: readMe(header, notes) }
      : undefined;
  };
}

function occupationRows(occupations: OnetOccupations, header: TableHeader): TakeRow {
  const [soc, title, description] = [header.column(SOC), header.column('Title'), header.column('Description')];
  return (cells, place) => occupations.take(place, soc(cells), title(cells), description(cells));
}

function elementRows(elements: OnetElements, header: TableHeader): TakeRow {
  const [id, name, text] = [header.column('Element ID'), header.column('Element Name'), header.column('Description')];
  return (cells, place) => elements.take(place, id(cells), name(cells), text(cells));
}

function anchors(elements: OnetElements, header: TableHeader): TakeRow {
  const [id, name] = [header.column('Element ID'), header.column('Element Name')];
  const [scale, value] = [header.column('Scale ID'), header.column('Anchor Value')];
  const text = header.column('Anchor Description');
  return (cells, place) => {
    elements.mention(place, id(cells), name(cells));
    elements.takeAnchor(place, id(cells), scale(cells), value(cells), text(cells));
  };
}

function titles(occupations: OnetOccupations, header: TableHeader, ...names: string[]): TakeRow {
  const soc = header.column(SOC);
  const columns = names.map((name) => header.column(name));
  return (cells, place) => columns.forEach((column) => occupations.takeTitle(place, soc(cells), column(cells)));
}

function tasks(occupations: OnetOccupations, header: TableHeader): TakeRow {
  const [soc, id, task] = [header.column(SOC), header.column('Task ID'), header.column('Task')];
  const type = header.column('Task Type');
  return (cells, place) => occupations.takeTask(place, soc(cells), id(cells), task(cells), type(cells));
}

function jobZones(occupations: OnetOccupations, header: TableHeader): TakeRow {
  const [soc, zone] = [header.column(SOC), header.column('Job Zone')];
  return (cells, place) => occupations.takeJobZone(place, soc(cells), zone(cells));
}

function activities(elements: OnetElements, header: TableHeader, step: 'IWA' | 'DWA'): TakeRow {
  const [element, iwa] = [header.column('Element ID'), header.column('IWA ID')];
  const [id, title] = [header.column(`${step} ID`), header.column(`${step} Title`)];
  return (cells, place) => {
    const above = step === 'DWA' ? [iwa(cells), element(cells)] : [element(cells)];
    elements.takeActivity(place, id(cells), title(cells), above);
  };
}

function pairs(
  draft: FrameworkDraft,
  header: TableHeader,
  from: string,
  to: string,
  uriOf: (code: string) => string,
): TakeRow {
  const [own, other] = [header.column(from), header.column(to)];
  return (cells, place) => draft.relate(place, 'related', uriOf(own(cells)), uriOf(other(cells)));
}

/** Small tables about the database, kept row by row. */
function noted(rows: object[], header: TableHeader): TakeRow {
  const columns = header.names.map((name) => [name, header.column(name)] as const);
  return (cells) => {
    if (rows.length < 200) rows.push(Object.fromEntries(columns.map(([name, read]) => [name, read(cells)])));
  };
}

function readMe(header: TableHeader, notes: OnetNotes): TakeRow {
  notes.release = header.names[0]?.trim().slice(0, 100) ?? '';
  return () => undefined;
}
