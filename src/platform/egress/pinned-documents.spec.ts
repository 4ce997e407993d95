import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPinnedDocuments, PinnedDocumentsError } from './pinned-documents.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinned-'));
  mkdirSync(join(folder, 'lists'));
  writeFileSync(join(folder, 'lists', 'did.json'), '{}');
  writeFileSync(join(folder, 'other.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (list: unknown) => {
  const path = join(folder, 'lists', 'pinned.json');
  writeFileSync(path, typeof list === 'string' ? list : JSON.stringify(list));
  return loadPinnedDocuments(path);
};

describe('loadPinnedDocuments', () => {
  it('finds files beside the list, above it, and by absolute path', () => {
    const pinned = load({
      'https://example.edu/did.json': 'did.json',
      'http://a.com/instance': '../other.json',
      'https://example.edu': join(folder, 'other.json'),
    });
    expect(pinned.size).toBe(3);
    expect(pinned.fileFor(new URL('https://example.edu/did.json#key-1'))).toBe(join(folder, 'lists', 'did.json'));
    expect(pinned.fileFor(new URL('http://a.com/instance'))).toBe(join(folder, 'other.json'));
    expect(pinned.fileFor(new URL('https://EXAMPLE.edu:443/'))).toBe(join(folder, 'other.json'));
    expect(pinned.fileFor(new URL('https://a.com/instance'))).toBeUndefined();
    expect(pinned.fileFor(new URL('https://example.edu/did.json?x'))).toBeUndefined();
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', 'not json', /pinned\.json: the list of pinned documents cannot be read/],
    ['an array', [], /not a JSON object/],
    ['null', null, /not a JSON object/],
    ['no URL', { 'example.edu': 'did.json' }, /"example\.edu" is not an http or https URL/],
    ['another scheme', { 'file:///etc/passwd': 'did.json' }, /"file:\/\/\/etc\/passwd" is not an http or https URL/],
    [
      'a file that is not there',
      { 'https://a.example/': 'gone.json' },
      /"https:\/\/a\.example\/" names the file .*gone\.json, which is not there/,
    ],
    ['a folder', { 'https://a.example/': '.' }, /which is not there/],
    ['no file name', { 'https://a.example/': '' }, /does not name a file/],
    ['a number', { 'https://a.example/': 7 }, /does not name a file/],
    ['a URL twice', { 'https://a.example': 'did.json', 'https://a.example/#x': 'did.json' }, /another entry names too/],
  ])('refuses %s, naming the entry', (_name, list, message) => {
    expect(() => load(list)).toThrow(PinnedDocumentsError);
    expect(() => load(list)).toThrow(message);
  });

  it('refuses a list that is not there, and a file that is too large', () => {
    expect(() => loadPinnedDocuments(join(folder, 'gone.json'))).toThrow(/gone\.json: the list of pinned documents/);
    truncateSync(join(folder, 'other.json'), 16 * 1024 * 1024 + 1);
    expect(() => load({ 'https://a.example/': '../other.json' })).toThrow(/larger than 16777216 bytes/);
  });
});
