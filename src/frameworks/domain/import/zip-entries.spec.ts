import { crc32, zipOf } from '../testing/zip-of.js';
import { isZip, zipContent } from './zip-entries.js';

async function textOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('zipContent', () => {
  it('gives the files of an archive by archive and path, and tells which are none of a framework', async () => {
    const bytes = zipOf({
      'en/skills_en.csv': 'a,b',
      'licence.pdf': '%PDF',
      '__MACOSX/en/._skills_en.csv': 'x',
      'en/': '',
      'data.json': '{}',
    });
    expect(isZip(bytes)).toBe(true);
    const { sources, ignored } = await zipContent('esco.zip', bytes);
    expect(sources.map(({ file }) => file)).toEqual(['esco.zip/en/skills_en.csv', 'esco.zip/data.json']);
    expect(await textOf(sources[0]?.chunks ?? [])).toBe('a,b');
    expect(ignored).toEqual(['esco.zip/licence.pdf']);
  });

  it('refuses a bomb by the sizes that it declares, before it unpacks', async () => {
    // 8 MiB of zeros pack to about 8 KiB: more than 200 times and more than 1 MiB.
    const bytes = zipOf({ 'a.csv': Buffer.alloc(8 * 1024 * 1024) });
    await expect(zipContent('b.zip', bytes)).rejects.toMatchObject({ problem: { code: 'too-large' } });
  });

  it('refuses a file that holds more than it declares, while it is read', async () => {
    const bytes = zipOf({ 'a.csv': Buffer.alloc(100_000, 'x') }, { declaredSize: 10 });
    const { sources } = await zipContent('b.zip', bytes);
    await expect(textOf(sources[0]?.chunks ?? [])).rejects.toMatchObject({ problem: { code: 'not-zip' } });
  });

  it.each([
    ['more files than it may hold', zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.csv`, 'x']))), 'too-many-entries'], // prettier-ignore
    ['an encrypted file', zipOf({ 'a.csv': 'x' }, { flags: 1 }), 'zip-encrypted'],
    ['a path that leads out of it', zipOf({ '../../etc/a.csv': 'x' }), 'not-zip'],
    ['an absolute path', zipOf({ '/etc/a.csv': 'x' }), 'not-zip'],
    ['a cut archive', zipOf({ 'a.csv': 'x'.repeat(500) }).subarray(0, 60), 'not-zip'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(zipContent('b.zip', bytes)).rejects.toMatchObject({ problem: { code } });
  });

  it('is tested with archives whose checksums are right', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});
