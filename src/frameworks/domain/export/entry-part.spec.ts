import { IMPORT_LIMITS } from '../import/import-limits.js';
import { entryPartOf, partOf } from './entry-part.js';
import { frameworkPartOf } from './framework-part.js';

const many = <T>(value: T): T[] => Array<T>(IMPORT_LIMITS.maxPartItems + 1).fill(value);
const long = (limit: number): string => 'x'.repeat(limit + 1);

describe('entryPartOf', () => {
  it('takes what an export writes', () => {
    const part = {
      uri: 'urn:x:1',
      label: { language: 'en', text: 'One' },
      hiddenLabels: [{ language: 'de', text: 'Eins' }],
      crosswalks: [{ relation: 'exact', key: 'uri:urn:y:1', label: 'Other' }],
      links: [{ type: 'rated', to: 'urn:x:2', detail: { IM: { value: 4 } } }],
      levelAnchors: { 3: 'Alone.' },
      position: 1.5,
      details: { deep: [1] },
    };
    expect(entryPartOf(part)).toEqual(part);
    expect(entryPartOf({})).toEqual({});
  });

  it.each([
    ['no object', []],
    ['a member that there is not', { broader: [] }],
    ['a member of every object', { constructor: 1 }],
    ['a uri that is none', { uri: 'x' }],
    ['a code without end', { code: long(IMPORT_LIMITS.maxCode) }],
    ['an empty name', { label: { language: 'en', text: ' ' } }],
    ['a name in no language', { label: { language: '1', text: 'One' } }],
    ['a name without end', { translations: [{ language: 'en', text: long(IMPORT_LIMITS.maxLabel) }] }],
    ['names without end', { hiddenLabels: many({ language: 'en', text: 'a' }) }],
    ['a definition without end', { definition: long(IMPORT_LIMITS.maxDefinition) }],
    ['another type', { type: 'dance' }],
    ['another status', { status: 'gone' }],
    ['a match with nothing', { crosswalks: [{ relation: 'exact', key: 'x' }] }],
    ['another match', { crosswalks: [{ relation: 'same', key: 'uri:urn:y' }] }],
    ['a key of no kind', { otherKeys: ['who:1'] }],
    ['a level beyond nine', { levelAnchors: { 10: 'x' } }],
    ['a level without end', { levelAnchors: { 1: long(IMPORT_LIMITS.maxAnchor) } }],
    ['a place that is no number', { position: 'first' }],
    ['another link', { links: [{ type: 'hates', to: 'urn:x:2' }] }],
    ['links without end', { links: many({ type: 'uses', to: 'urn:x:2' }) }],
    ['details without end', { details: { a: long(IMPORT_LIMITS.maxDetails) } }],
    ['a collection without end', { collections: [long(IMPORT_LIMITS.maxLabel)] }],
  ])('refuses %s', (_what, part) => {
    expect(entryPartOf(part)).toBeUndefined();
  });

  it('writes only what says something', () => {
    const entry = { uri: 'urn:x:1', links: [], details: {}, code: 'a' } as unknown as Parameters<typeof partOf>[0];
    expect(partOf(entry, ['uri', 'code', 'links', 'details', 'notes'])).toEqual({ uri: 'urn:x:1', code: 'a' });
  });
});

describe('frameworkPartOf', () => {
  const level = { level: 1, name: 'One', anchor: 'Begins.' };

  it('takes what an export writes', () => {
    const part = { about: { title: 'A', details: { a: 1 } }, scale: { name: 'S', levels: [level] } };
    expect(frameworkPartOf(part)).toEqual(part);
  });

  it.each([
    ['no object', 'x'],
    ['more than it knows', { entries: [] }],
    ['another member', { about: { owner: 'x' } }],
    ['a title that is none', { about: { title: 1 } }],
    ['too much', { about: { title: long(IMPORT_LIMITS.maxRowBytes) } }],
    ['a scale without levels', { scale: { name: 'S', levels: [] } }],
    ['a level twice', { scale: { name: 'S', levels: [level, level] } }],
    ['a level beyond nine', { scale: { name: 'S', levels: [{ ...level, level: 10 }] } }],
    ['an anchor without end', { scale: { name: 'S', levels: [{ ...level, anchor: long(IMPORT_LIMITS.maxAnchor) }] } }],
  ])('refuses %s', (_what, part) => {
    expect(frameworkPartOf(part)).toBeUndefined();
  });
});
