import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvFramework } from '../domain/csv/csv-framework.js';
import type { FrameworkEntry, LevelScale } from '../domain/content/framework-content.js';
import { normaliseLabel } from '../domain/label/label-normaliser.js';

const bytes = (name: string): Buffer => readFileSync(join(process.cwd(), 'src', 'frameworks', 'starter', name));

async function starter() {
  const file = { file: 'credence-starter.csv', chunks: [bytes('credence-starter.csv')] };
  const { content, problems } = await readCsvFramework([file], 'urn:credence:starter:');
  return { entries: content.entries, problems, byUri: new Map(content.entries.map((entry) => [entry.uri, entry])) };
}

/** Steps up to an entry without broader ones, by the longest way. */
function depthOf(entry: FrameworkEntry, byUri: ReadonlyMap<string, FrameworkEntry>): number {
  const parents = entry.broader.flatMap((uri) => byUri.get(uri) ?? []);
  return parents.length === 0 ? 0 : 1 + Math.max(...parents.map((parent) => depthOf(parent, byUri)));
}

describe('the starter framework', () => {
  it('is read without a single problem', async () => {
    const { entries, problems } = await starter();
    expect(problems.listed).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(200);
    expect(entries.length).toBeLessThanOrEqual(240);
  });

  it('names its entries by their codes', async () => {
    const { entries } = await starter();
    for (const { uri, code } of entries) {
      expect(uri).toBe(`urn:credence:starter:${code}`);
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    }
  });

  it('has a definition of one sentence for each', async () => {
    const { entries } = await starter();
    const wrong = entries.filter(
      ({ definition = '' }) => !/^[A-Z][^.!?]{15,140}\.$/.test(definition.replaceAll('.NET', 'NET')),
    );
    expect(wrong.map(({ code, definition }) => `${code}: ${definition}`)).toEqual([]);
  });

  it('has eight sectors, and everything else below one of them', async () => {
    const { entries, byUri } = await starter();
    const depths = entries.map((entry) => depthOf(entry, byUri));
    expect(depths.filter((depth) => depth === 0)).toHaveLength(8);
    // sector > area > skill, and in places a special skill below a general one
    expect(Math.max(...depths)).toBeLessThanOrEqual(4);
    for (const entry of entries)
      if (depthOf(entry, byUri) === 0) expect(entry).toMatchObject({ type: 'group', assignable: false });
  });

  it('gives every label to one entry only, so that a name is never ambiguous', async () => {
    const { entries } = await starter();
    const owners = new Map<string, Set<string>>();
    for (const { uri, label, alternativeLabels } of entries) {
      for (const { text } of [label, ...alternativeLabels]) {
        const key = normaliseLabel(text);
        owners.set(key, (owners.get(key) ?? new Set()).add(uri));
      }
    }
    const shared = [...owners].filter(([, uris]) => uris.size > 1);
    expect(shared).toEqual([]);
  });

  it('uses no exact match twice: the other concept can be the same as one entry only', async () => {
    const { entries } = await starter();
    const exact = entries.flatMap(({ crosswalks }) =>
      crosswalks.filter(({ relation }) => relation === 'exact').map(({ key }) => key),
    );
    expect(new Set(exact).size).toBe(exact.length);
    expect(exact.length).toBeGreaterThan(80);
  });

  it('has a scale of five worded levels', () => {
    const scale = JSON.parse(bytes('scale.json').toString()) as LevelScale;
    expect(scale.levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(scale.levels.every(({ name, anchor }) => name !== '' && /^[A-Z].*\.$/.test(anchor))).toBe(true);
  });
});
