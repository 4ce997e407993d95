import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTally, ParsedFramework } from '../domain/import/parsed-framework.js';
import { readUpload } from './read-upload.js';

const folder = process.env.FRAMEWORKS ?? join(process.cwd(), '..', 'shared', 'frameworks');
const isThere = existsSync(folder);
if (!isThere) console.warn('the shared frameworks are not there; the tests that read them are skipped');

const filesIn = (subfolder: string, named = /./): string[] =>
  readdirSync(join(folder, subfolder))
    .filter((name) => named.test(name))
    .map((name) => `${subfolder}/${name}`)
    .sort();

function read(format: string, ...paths: string[]): Promise<ParsedFramework> {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) ?? path,
    bytes: readFileSync(join(folder, path)),
  }));
  return readUpload({ format, name: 'Shared', files });
}

const rowsOf = (files: readonly FileTally[]): number[] => files.map(({ rows }) => rows);
const crosswalks = ({ content }: ParsedFramework, relation: string): number =>
  content.entries.flatMap((entry) => entry.crosswalks.filter((crosswalk) => crosswalk.relation === relation)).length;

/** Row counts are those of the README beside the files. */
(isThere ? describe : describe.skip)('the shared frameworks', () => {
  it.each([
    ['act-holistic-framework-math', 28, 28],
    ['opensalt-smartlevel-test', 14, 14],
    ['opensalt-what-standards-could-be', 16, 39],
    ['smarterbalanced-ela-g5-performance-task', 164, 240],
    ['smarterbalanced-math-g3-c1th', 48, 67],
    ['smarterbalanced-webb-dok', 15, 15],
  ])('CASE: %s', async (name, items, associations) => {
    const { content, files, problems } = await read('case', `case/${name}.cfpackage.json`);
    expect(rowsOf(files)).toEqual([items, associations]);
    expect(content.entries).toHaveLength(items);
    expect(problems.listed).toEqual([]);
  });

  it('CASE: crosswalks to other documents are kept', async () => {
    const counts: Record<string, number[]> = {};
    for (const name of ['opensalt-what-standards-could-be', 'smarterbalanced-ela-g5-performance-task']) {
      const parsed = await read('case', `case/${name}.cfpackage.json`);
      counts[name] = [crosswalks(parsed, 'exact'), crosswalks(parsed, 'related')];
    }
    expect(counts).toEqual({
      'opensalt-what-standards-could-be': [16, 2],
      // Of 47 isRelatedTo 18 lead to items of the same package.
      'smarterbalanced-ela-g5-performance-task': [29, 29],
    });
  });

  it('CASE: several packages at once', async () => {
    const { content } = await read('case', ...filesIn('case', /\.json$/));
    // 28 + 14 + 16 + 164 + 48 + 15
    expect(content.entries).toHaveLength(285);
  });
});
