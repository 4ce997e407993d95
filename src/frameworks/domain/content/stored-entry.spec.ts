import { anEntry } from '../testing/an-entry.js';
import { ownLabel, storedEntry } from './stored-entry.js';

describe('storedEntry', () => {
  it('leaves out keys that the uri says already', () => {
    const entry = anEntry('https://own.example.org/weld', {
      otherKeys: ['uri:https://own.example.org/weld', 'uri:urn:other'],
    });
    const derived = storedEntry(entry, 'Trades').otherKeys;
    expect(derived).toEqual(['uri:urn:other']);
    expect(storedEntry({ ...entry, otherKeys: derived }, 'Trades').otherKeys).toEqual(derived);
  });

  it('takes English for the language of a name that is the same in several, else the first by its tag', () => {
    const entry = anEntry('urn:patience', {
      label: { language: 'fr', text: 'patience' },
      translations: [
        { language: 'de', text: 'Geduld' },
        { language: 'en', text: 'patience' },
      ],
    });
    expect(storedEntry(entry, 'Trades')).toMatchObject({
      label: { language: 'en', text: 'patience' },
      translations: [
        { language: 'fr', text: 'patience' },
        { language: 'de', text: 'Geduld' },
      ],
    });
    const same = ['nl', 'de'].map((language) => ({ language, text: 'Garage' }));
    expect(ownLabel('Garage', same)).toEqual({ language: 'de', text: 'Garage' });
  });

  it('leaves an entry as it is where nothing is to be changed', () => {
    const entry = anEntry('urn:weld');
    expect(storedEntry(entry, 'Trades')).toBe(entry);
  });
});
