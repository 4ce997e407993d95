import { parse } from 'csv-parse/sync';
import type { FieldProblem } from '../../../platform/errors/index.js';
import { entryText } from './entry-text.js';
import { registryKey } from './registry-key.js';
import { MOST_ENTRIES, type RegistryEntry } from './trust-registry.js';

/** One issuer as an organization writes it down. */
export interface ListedIssuer {
  readonly id: string;
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly location?: string | undefined;
  readonly revoked?: boolean | undefined;
}

export type ListReading =
  | { readonly ok: true; readonly entries: readonly RegistryEntry[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const MOST_PROBLEMS = 20;
const COLUMNS = ['id', 'name', 'url', 'location', 'status'];

/** @param pointer to the list in what was sent */
export function readIssuerList(issuers: readonly ListedIssuer[], pointer: string): ListReading {
  const problems: FieldProblem[] = [];
  const entries = new Map<string, RegistryEntry>();
  issuers.forEach(({ id, name, url, location, revoked }, place) => {
    const identifier = registryKey(id.trim());
    const at = `${pointer}/${place}/id`;
    if (identifier === undefined || !/^[a-z][a-z0-9+.-]*:./i.test(identifier))
      problems.push({
        pointer: at,
        code: 'no-identifier',
        message: 'must be a DID or a web address of 2048 bytes at most',
      });
    else if (entries.has(identifier)) problems.push({ pointer: at, code: 'twice', message: 'is in the list already' });
    else
      entries.set(identifier, {
        identifier,
        outcome: revoked ? 'revoked' : 'listed',
        name: entryText(name),
        url: entryText(url),
        location: entryText(location),
        detail: null,
      });
  });
  if (issuers.length > MOST_ENTRIES)
    problems.unshift({ pointer, code: 'too-many', message: `must be ${MOST_ENTRIES} issuers at most` });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  return { ok: true, entries: [...entries.values()] };
}

/**
 * The same from CSV: a head line with `id` and any of `name`, `url`, `location`, `status` (`listed` or `revoked`). Problems
 * point at `<pointer>/<n>`, the n-th line after the head, from 0.
 */
export function readIssuerCsv(csv: string, pointer: string): ListReading {
  const refuse = (code: string, message: string, at = pointer): ListReading => ({
    ok: false,
    problems: [{ pointer: at, code, message }],
  });
  let rows: string[][];
  try {
    rows = parse(csv, { bom: true, trim: true, skip_empty_lines: true, max_record_size: 16_384 });
  } catch (error) {
    return refuse('malformed-csv', error instanceof Error ? error.message.slice(0, 200) : 'is no CSV');
  }
  const [head = [], ...lines] = rows;
  const columns = head.map((name) => name.toLowerCase());
  const odd = columns.find((name, place) => !COLUMNS.includes(name) || columns.indexOf(name) !== place);
  if (!columns.includes('id')) return refuse('no-id-column', 'must have a head line with the column id');
  if (odd !== undefined)
    return refuse('unknown-column', `has the column "${odd.slice(0, 50)}"; there are ${COLUMNS.join(', ')}, each once`);
  const at = (line: readonly string[], column: string): string => line[columns.indexOf(column)] ?? '';
  const wrong = lines.findIndex((line) => !['', 'listed', 'revoked'].includes(at(line, 'status').toLowerCase()));
  if (wrong >= 0) return refuse('unknown-status', 'status must be listed or revoked', `${pointer}/${wrong}`);
  const issuers = lines.map((line) => ({
    id: at(line, 'id'),
    name: at(line, 'name'),
    url: at(line, 'url'),
    location: at(line, 'location'),
    revoked: at(line, 'status').toLowerCase() === 'revoked',
  }));
  return readIssuerList(issuers, pointer);
}
