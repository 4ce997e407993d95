import { anEntry } from '../testing/an-entry.js';
import { storedLabels } from './stored-labels.js';

const en = (text: string) => ({ language: 'en', text });

describe('storedLabels', () => {
  it('keeps a label once for each language and kind, in whatever order they come', () => {
    const labels = [en('Arc welding.'), en('arc welding'), { language: 'de', text: 'Arc welding' }, en('SMAW')];
    const entry = anEntry('urn:welding', { label: en('Welding'), alternativeLabels: labels });
    const turned = anEntry('urn:welding', { label: en('Welding'), alternativeLabels: [...labels].reverse() });
    expect(storedLabels(entry)).toEqual(storedLabels(turned));
    expect(storedLabels(entry).map(({ kind, language, normalised }) => `${kind} ${language} ${normalised}`)).toEqual([
      'preferred en welding',
      'alternative de arc welding',
      'alternative en arc welding',
      'alternative en smaw',
    ]);
  });

  it('keeps nothing that could not be found', () => {
    expect(storedLabels(anEntry('urn:x', { label: en('...'), hiddenLabels: [en('-')] }))).toEqual([]);
  });
});
