import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../../platform/http/index.js';
import { frameworkChecksum } from '../domain/content/framework-checksum.js';
import type { FrameworkContent } from '../domain/content/framework-content.js';
import { caseAssociations, caseDocument, type ExportedFramework, caseItem } from '../domain/export/case-export.js';
import { csvHead, CsvRows } from '../domain/export/csv-export.js';
import { readUpload } from './read-upload.js';

const folder = process.env.FRAMEWORKS ?? join(process.cwd(), '..', 'shared', 'frameworks');
const isThere = existsSync(folder);
if (!isThere) console.warn('the shared frameworks are not there; the tests that export them are skipped');

const filesOf = (...paths: string[]) =>
  paths.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(join(folder, path)) }));
const all = (subfolder: string, named = /./): string[] =>
  readdirSync(join(folder, subfolder))
    .filter((name) => named.test(name))
    .sort()
    .map((name) => `${subfolder}/${name}`);

const exported = ({ about, scale }: FrameworkContent): ExportedFramework => ({
  id: '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001',
  name: 'Shared',
  version: '1',
  changedAt: '2026-01-01T00:00:00Z',
  part: { ...(about === undefined ? {} : { about }), ...(scale === undefined ? {} : { scale }) },
});

function asCsv(content: FrameworkContent): Buffer {
  const writer = new CsvRows();
  const rows = [...csvHead('Shared', exported(content).part), ...content.entries.map((entry) => writer.of(entry))];
  return Buffer.from(rows.map((row) => csvLine(row)).join(''));
}

function asCase(content: FrameworkContent): Buffer {
  const framework = exported(content);
  return Buffer.from(
    JSON.stringify({
      CFDocument: caseDocument(framework),
      CFItems: content.entries.map((entry) => caseItem(entry, framework)),
      CFAssociations: content.entries.flatMap((entry) => caseAssociations(entry, framework)),
    }),
  );
}

/** Entries that are not what they were, as the checksum sees them; told only where the whole differs, since it takes long. */
function changed(before: FrameworkContent, after: FrameworkContent): string[] {
  const digestOf = (entry: FrameworkContent['entries'][number]): string => checksum({ entries: [entry] });
  const now = new Map(after.entries.map((entry) => [entry.uri, entry]));
  return before.entries.flatMap((entry) => {
    const other = now.get(entry.uri);
    return other !== undefined && digestOf(other) === digestOf(entry) ? [] : [entry.uri];
  });
}

const checksum = (content: FrameworkContent): string => frameworkChecksum(content).toString('hex');

(isThere ? describe : describe.skip)('an export that is read again', () => {
  it.each([
    ['ESCO', 'esco', () => all('esco-v1.1.1')],
    ['tabiya', 'tabiya', () => all('tabiya-format')],
    ['tabiya on top of ESCO', 'detect', () => [...all('tabiya-format', /-fr-/), 'esco-v1.1.1/occupations_en.csv.gz']],
    ['own tables', 'csv', () => all('direct-framework', /^(?!DIRECT)/)],
    ['an own table with a column a step', 'csv', () => ['direct-framework/DIRECT-framework-all-in-one.csv']],
    ['O*NET', 'onet', () => [...all('onet-29.2'), ...all('onet-ratings')]],
    ['CASE packages', 'case', () => all('case', /\.json$/)],
    ['a spreadsheet of CASE', 'detect', () => ['case/opensalt-import-sample.csv']],
    ['CTDL-ASN', 'ctdl-asn', () => all('ctdl-asn')],
    ['rich skill descriptors', 'rsd', () => all('osmt-rsd', /\.(?:json|csv)$/)],
  ])(
    'is the same content: %s',
    async (_what, format, paths) => {
      const { content } = await readUpload({ name: 'Shared', format, files: filesOf(...paths()) });
      for (const [into, bytes] of [
        ['csv', asCsv(content)],
        // As JSON the whole of O*NET is more than one document of an import may have.
        ...(format === 'onet' ? [] : [['case', asCase(content)] as const]),
      ] as const) {
        const again = await readUpload({ name: 'Shared', format: into, files: [{ name: `export.${into}`, bytes }] });
        expect([into, again.problems.listed.slice(0, 3)]).toEqual([into, []]);
        const isSame = checksum(again.content) === checksum(content);
        expect([into, isSame, isSame ? [] : changed(content, again.content)]).toEqual([into, true, []]);
      }
    },
    600_000,
  );
});
