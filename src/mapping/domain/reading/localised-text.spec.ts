import { localisedText } from './localised-text.js';

const read = (value: unknown) => localisedText({ value, path: '/x' });

describe('localisedText', () => {
  it.each([
    ['a plain string', ' Welding ', 'Welding', '/x'],
    ['a number', 4, '4', '/x'],
    ['a language map', { de: 'Schweißen', en: 'Welding' }, 'Welding', '/x/en'],
    ['a language map with regions and lists', { 'fr-FR': ['Soudage'], 'en-US': ['Welding'] }, 'Welding', '/x/en-US/0'],
    ['a map without English, by the tag that comes first', { nl: 'Lassen', de: 'Schweißen' }, 'Schweißen', '/x/de'],
    ['a JSON-LD value', { '@value': 'Welding', '@language': 'en' }, 'Welding', '/x/@value'],
    [
      'a list of JSON-LD values',
      [
        { '@value': 'Schweißen', '@language': 'de' },
        { '@value': 'Welding', '@language': 'EN' },
      ],
      'Welding',
      '/x/1/@value',
    ],
    [
      'a note of the European Learning Model',
      { id: 'urn:x', type: 'Note', noteLiteral: { en: 'Pass' } },
      'Pass',
      '/x/noteLiteral/en',
    ],
    ['a concept with its label', { id: 'urn:x', prefLabel: { en: 'Welding' } }, 'Welding', '/x/prefLabel/en'],
  ])('reads %s', (_, value, text, path) => {
    expect(read(value)).toMatchObject({ text, path });
  });

  it('keeps what the other languages say', () => {
    expect(read({ de: 'Schweißen', en: 'Welding', fr: 'Soudage' })?.translations).toEqual(['Schweißen', 'Soudage']);
  });

  it.each([
    ['an object that is no language map', { id: 'https://example.org/1', url: 'https://example.org' }],
    ['blank text', '   '],
    ['a boolean', true],
    ['null', null],
    ['an empty list', []],
  ])('finds no text in %s', (_, value) => {
    expect(read(value)).toBeUndefined();
  });

  it('gives up on deep nesting', () => {
    let nested: unknown = 'deep';
    for (let depth = 0; depth < 500; depth += 1) nested = [nested];
    expect(read(nested)).toBeUndefined();
  });
});
