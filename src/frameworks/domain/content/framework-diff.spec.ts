import { anEntry } from '../testing/an-entry.js';
import { diffFrameworks } from './framework-diff.js';

const en = (text: string) => ({ language: 'en', text });

describe('diffFrameworks', () => {
  it('tells what a newer version did, each list in the order of uris', () => {
    const before = [
      anEntry('urn:same'),
      anEntry('urn:renamed', { label: en('promote inclusion') }),
      anEntry('urn:words', { alternativeLabels: [en('one'), en('two')] }),
      anEntry('urn:old'),
      anEntry('urn:gone'),
    ];
    const after = [
      anEntry('urn:z-new'),
      anEntry('urn:a-new'),
      anEntry('urn:old', { status: 'deprecated', replacedBy: 'urn:same' }),
      anEntry('urn:words', { alternativeLabels: [en('two'), en('three')] }),
      anEntry('urn:renamed', { label: en('integrate gender dimension') }),
      anEntry('urn:same'),
    ];
    expect(diffFrameworks(before, after)).toEqual({
      added: [
        { uri: 'urn:a-new', label: 'urn:a-new' },
        { uri: 'urn:z-new', label: 'urn:z-new' },
      ],
      relabelled: [{ uri: 'urn:renamed', before: 'promote inclusion', after: 'integrate gender dimension' }],
      alternativeLabelsChanged: [{ uri: 'urn:words', added: ['three@en'], removed: ['one@en'] }],
      replaced: [{ uri: 'urn:old', label: 'urn:old', by: 'urn:same' }],
      removed: [{ uri: 'urn:gone', label: 'urn:gone' }],
    });
  });

  it('does not tell again what an earlier version told', () => {
    const entries = [anEntry('urn:a'), anEntry('urn:old', { status: 'deprecated', replacedBy: 'urn:a' })];
    expect(diffFrameworks(entries, [...entries].reverse())).toEqual({
      added: [],
      relabelled: [],
      alternativeLabelsChanged: [],
      replaced: [],
      removed: [],
    });
  });

  it('tells that the list of alternative labels no longer repeats the preferred one, as the source tells it', () => {
    const repeating = anEntry('urn:a', { label: en('a'), alternativeLabels: [en('a')] });
    const diff = diffFrameworks([repeating], [anEntry('urn:a', { label: en('a') })]);
    expect(diff.alternativeLabelsChanged).toEqual([{ uri: 'urn:a', added: [], removed: ['a@en'] }]);
  });
});
