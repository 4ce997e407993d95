import { anEntry } from '../testing/an-entry.js';
import { applyChanges } from './apply-changes.js';
import type { ChangeRefused, FrameworkChange } from './framework-change.js';

const metal = anEntry('urn:m', { code: 'M', type: 'group', assignable: false });
const weld = anEntry('urn:w', { code: 'W', broader: ['urn:m'], related: ['urn:s'] });
const solder = anEntry('urn:s', { code: 'S', broader: ['urn:m'] });
const spot = anEntry('urn:p', { code: 'P', broader: ['urn:w'] });
const parts = [
  { label: 'MIG welding', code: 'MIG', alternativeLabels: ['GMAW'] },
  { label: 'TIG welding', uri: 'urn:tig' },
];

const apply = (...changes: FrameworkChange[]) => {
  const entries = applyChanges([metal, weld, solder, spot], changes, 'urn:own:', (_at, reason) => {
    throw reason;
  });
  return new Map(entries.map((entry) => [entry.uri, entry]));
};
const refusal = (change: FrameworkChange): string => {
  try {
    apply(change);
  } catch (error) {
    return (error as ChangeRefused).code;
  }
  return 'taken';
};

describe('splitting an entry', () => {
  it('leaves it in use above its parts', () => {
    const entries = apply({ op: 'split', entry: 'W', into: parts });
    expect(entries.get('urn:w')).toEqual(weld);
    expect(entries.get('urn:own:MIG')).toMatchObject({
      label: { text: 'MIG welding' },
      alternativeLabels: [{ text: 'GMAW' }],
      type: weld.type,
      broader: ['urn:w'],
    });
    expect(entries.get('urn:tig')?.broader).toEqual(['urn:w']);
    expect(entries.get('urn:p')?.broader).toEqual(['urn:w']);
  });

  it('retires it in favour of the part that succeeds it, and puts the parts where it stood', () => {
    const entries = apply({ op: 'split', entry: 'W', into: parts, replacedBy: 'urn:tig' });
    expect(entries.get('urn:w')).toMatchObject({ status: 'deprecated', replacedBy: 'urn:tig' });
    for (const uri of ['urn:own:MIG', 'urn:tig']) {
      expect(entries.get(uri)).toMatchObject({ broader: ['urn:m'], related: ['urn:s'] });
    }
    expect(entries.get('urn:p')?.broader).toEqual(['urn:tig']);
  });

  it('is refused where it makes no sense', () => {
    expect(refusal({ op: 'split', entry: 'X', into: parts })).toBe('entry-unknown');
    expect(refusal({ op: 'split', entry: 'W', into: parts, replacedBy: 'S' })).toBe('not-a-part');
    expect(refusal({ op: 'split', entry: 'W', into: parts, replacedBy: 'X' })).toBe('entry-unknown');
    expect(refusal({ op: 'split', entry: 'W', into: [{ label: 'Nameless' }] })).toBe('identity-missing');
    expect(refusal({ op: 'split', entry: 'W', into: [{ label: 'Twice', code: 'S' }] })).toBe('entry-exists');
    const twice: FrameworkChange[] = [
      { op: 'split', entry: 'W', into: parts, replacedBy: 'urn:tig' },
      { op: 'split', entry: 'W', into: [{ label: 'Arc', code: 'ARC' }] },
    ];
    expect(() => apply(...twice)).toThrow('in use');
  });
});
