import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORT_LIMITS } from '../import/import-limits.js';
import { CSV_COLUMNS } from './csv-columns.js';
import { readCsvFramework } from './csv-framework.js';

const guide = readFileSync(join(process.cwd(), 'docs', 'frameworks-csv.md'), 'utf8');

/** Every problem code that the sources of a folder give. */
function codesIn(folder: string): string[] {
  const path = join(process.cwd(), 'src', 'frameworks', 'domain', folder);
  const sources = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const text = sources.map((name) => readFileSync(join(path, name), 'utf8')).join('\n');
  const calls = text.matchAll(/(?:\bcode: |\b(?:fatal|warn|refuse)\((?:problems, [^,]+, )?)'([a-z0-9-]+)'/g);
  return [...calls].map(([, code]) => code ?? '');
}

describe('docs/frameworks-csv.md', () => {
  it('describes every column, in the order of the format', () => {
    const described = [...guide.matchAll(/^\| `([a-z_0-9]+)` \|/gm)].map(([, column]) => column);
    expect(described).toEqual(CSV_COLUMNS);
  });

  it('lists every problem code', () => {
    const composed = [
      'broader-unknown',
      'broader-self',
      'related-unknown',
      'related-self',
      'uri-repeated',
      'code-repeated',
    ];
    const codes = [...codesIn('csv'), ...codesIn('import'), ...composed];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
  });

  it('states the limits that hold', () => {
    const { maxRows, maxItems, maxUri, maxDefinition, maxAnchor, maxListCell } = IMPORT_LIMITS;
    for (const limit of [maxRows, maxItems, maxUri, maxDefinition, maxAnchor, maxListCell]) {
      expect(guide).toContain(limit.toLocaleString('en-US'));
    }
    expect(guide).toContain(`${IMPORT_LIMITS.maxBytes / 2 ** 20} MiB`);
    expect(guide).toContain(`${IMPORT_LIMITS.maxRowBytes / 2 ** 10} KiB, ${IMPORT_LIMITS.maxColumns} columns`);
    expect(guide).toContain(`${IMPORT_LIMITS.maxGzipRatio} times`);
  });

  it('has an example that is read without a problem', async () => {
    const example = /```csv\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const file = { file: 'example.csv', chunks: [Buffer.from(example)] };
    const { content, problems } = await readCsvFramework([file], 'urn:credence:framework:example:');
    expect(problems.listed).toEqual([]);
    expect(content.entries.map(({ label }) => label.text)).toEqual(['Welding', 'MIG welding', 'Safe welding']);
  });
});
