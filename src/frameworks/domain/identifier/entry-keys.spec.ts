import { anEntry } from '../testing/an-entry.js';
import { assertKeysFit, entryKeys, uriKey } from './entry-keys.js';

describe('entryKeys', () => {
  it('has the uri, the code in the framework and what the entry names', () => {
    const entry = anEntry('https://skills.example.org/welding/', { code: 'W-1', otherKeys: ['sfia:PROG'] });
    expect(entryKeys(entry, 'Example skills')).toEqual([
      'uri:https://skills.example.org/welding',
      'code:example skills/w-1',
      'sfia:PROG',
    ]);
  });
});

describe('uriKey', () => {
  it('is the same for the spellings of one uri', () => {
    expect(uriKey('http://skills.example.org/welding')).toBe(uriKey('HTTPS://Skills.Example.org/welding/'));
  });
});

describe('assertKeysFit', () => {
  it('counts bytes: 700 characters of three bytes each are 2,100', () => {
    expect(() => assertKeysFit(['urn:x', '€'.repeat(600)], 'x')).not.toThrow();
    expect(() => assertKeysFit(['urn:x', '€'.repeat(700)], 'x')).toThrow('more than 2000 bytes');
  });
});
