import { anEntry } from '../testing/an-entry.js';
import { frameworkChecksum } from './framework-checksum.js';

const sum = (...entries: ReturnType<typeof anEntry>[]) => frameworkChecksum({ entries }).toString('hex');

describe('frameworkChecksum', () => {
  const a = anEntry('urn:a', {
    alternativeLabels: [
      { language: 'en', text: 'one' },
      { language: 'de', text: 'eins' },
    ],
    broader: ['urn:x', 'urn:y'],
    levelAnchors: { 1: 'low', 2: 'high' },
  });
  const b = anEntry('urn:b');

  it('does not depend on any order', () => {
    const turned = anEntry('urn:a', {
      alternativeLabels: [...a.alternativeLabels].reverse(),
      broader: [...a.broader].reverse(),
      levelAnchors: { 2: 'high', 1: 'low' },
    });
    expect(sum(b, turned)).toBe(sum(a, b));
  });

  it('changes with everything that a version can say', () => {
    const others = [
      anEntry('urn:b', { code: 'B' }),
      anEntry('urn:b', { label: { language: 'de', text: 'urn:b' } }),
      anEntry('urn:b', { definition: 'd' }),
      anEntry('urn:b', { type: 'knowledge' }),
      anEntry('urn:b', { assignable: false }),
      anEntry('urn:b', { status: 'deprecated' }),
      anEntry('urn:b', { replacedBy: 'urn:a' }),
      anEntry('urn:b', { broader: ['urn:a'] }),
      anEntry('urn:b', { related: ['urn:a'] }),
      anEntry('urn:b', { crosswalks: [{ relation: 'exact', key: 'onet:2.A' }] }),
      anEntry('urn:b', { crosswalks: [{ relation: 'close', key: 'onet:2.A' }] }),
      anEntry('urn:b', { hiddenLabels: [{ language: 'en', text: 'h' }] }),
      anEntry('urn:b', { levelAnchors: { 1: 'l' } }),
      anEntry('urn:c'),
    ];
    const sums = [sum(a, b), sum(a), ...others.map((other) => sum(a, other))];
    expect(new Set(sums).size).toBe(others.length + 2);
    const scale = { name: 's', levels: [{ level: 1, name: 'n', anchor: 'a' }] };
    expect(frameworkChecksum({ entries: [a, b], scale }).toString('hex')).not.toBe(sum(a, b));
  });

  it('is a SHA-256', () => expect(frameworkChecksum({ entries: [] })).toHaveLength(32));
});
