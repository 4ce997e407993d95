import { LINK_TYPE } from './content-types.js';

/** A column that a CSV import may have. */
export interface CsvColumn {
  readonly name: string;
  /** Where its cells go in the line of an import, as a JSON pointer; problems point there. */
  readonly field: string;
  readonly list: boolean;
  readonly description: string;
  readonly example: string;
}

const one = (name: string, field: string, description: string, example: string): CsvColumn => ({
  name,
  field,
  list: false,
  description,
  example,
});
const several = (name: string, field: string, description: string, example: string): CsvColumn => ({
  ...one(name, field, `${description}; several are apart by blanks, commas or semicolons`, example),
  list: true,
});

/** The system of an external id whose row names none. */
export const DEFAULT_SYSTEM = 'csv';

export const CSV_COLUMNS: readonly CsvColumn[] = [
  one('externalSystem', '/externalIds/0/system', `The system of externalId; default: ${DEFAULT_SYSTEM}`, 'our-ats'),
  one('externalId', '/externalIds/0/id', 'The id of the person there; without it each row makes a new person', '4711'),
  one('name', '/name', 'For display, never part of a score', 'Amara Diallo'),
  several('emails', '/emails', 'E-mail addresses', 'amara@mail.example; a.diallo@work.example'),
  several('dids', '/dids', 'Decentralized identifiers of the person', 'did:web:amara.example'),
  one('applicationId', '/applications/0/externalId', 'The id of an application; needed with the next five', 'a-81'),
  one('jobId', '/applications/0/jobId', 'The job that the application is for', 'JOB-117'),
  one('jobTitle', '/applications/0/jobTitle', 'Title of that job', 'Warehouse operator'),
  one('applicationStatus', '/applications/0/status', 'active, hired, rejected or withdrawn', 'active'),
  one('stage', '/applications/0/stage', 'Where the application stands', 'Interview'),
  one('appliedAt', '/applications/0/appliedAt', 'RFC 3339 instant with its zone', '2026-11-02T09:30:00Z'),
  several('credentialUrls', '/credentials', 'Addresses where credentials are', 'https://badges.example/assertions/1'),
  one('credential', '/credentials', 'A credential as text: a JWT, JSON, or base64: and its bytes', ''),
];

const KNOWN = new Map(CSV_COLUMNS.map((column) => [column.name.toLowerCase(), column]));

/** @returns the column that a cell of the header names, whatever its case and blanks */
export const columnNamed = (cell: string): CsvColumn | undefined => KNOWN.get(cell.trim().toLowerCase());

const SEPARATORS = /[\s,;]+/;

/**
 * The line of an import that a row stands for. Blank cells say nothing.
 *
 * @param cells by the name of their column
 * @returns undefined for a row without anything
 */
export function importLineOf(cells: ReadonlyMap<string, string>): object | undefined {
  const text = (name: string): string | undefined => cells.get(name)?.trim() || undefined;
  const list = (name: string): string[] | undefined =>
    text(name)
      ?.split(SEPARATORS)
      .filter((entry) => entry !== '');
  const [id, system] = [text('externalId'), text('externalSystem')];
  const application = defined({
    externalId: text('applicationId'),
    jobId: text('jobId'),
    jobTitle: text('jobTitle'),
    status: text('applicationStatus'),
    stage: text('stage'),
    appliedAt: text('appliedAt'),
  });
  const document = text('credential');
  const links = (list('credentialUrls') ?? []).map((url) => ({ document: { url }, contentType: LINK_TYPE }));
  const credentials = document === undefined ? links : [document, ...links];
  const line = defined({
    externalIds: id === undefined ? undefined : [{ system: system ?? DEFAULT_SYSTEM, id }],
    name: text('name'),
    emails: list('emails'),
    dids: list('dids'),
    applications: application === undefined ? undefined : [application],
    credentials: credentials.length === 0 ? undefined : credentials,
  });
  // A row with a system and nothing else is most likely a mistake; it is refused for the id that it lacks.
  return line ?? (system === undefined ? undefined : { externalIds: [{ system }] });
}

/** The fields that are there, or undefined when none is. */
function defined(fields: Record<string, unknown>): Record<string, unknown> | undefined {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}
