import fc from 'fast-check';
import { anyRelations } from '../../../test/support/scoring-worlds.js';
import type { RelationEdges } from '../../frameworks/index.js';
import { relationsTo } from './relation.js';
import { DEFAULT_SCORING_POLICY } from './scoring-policy.js';

const { relations: factors } = DEFAULT_SCORING_POLICY;

function relate(held: string, required: string, relations: Partial<RelationEdges>) {
  return relationsTo(required, { broader: [], related: [], exact: [], ...relations }, factors).get(held);
}

describe('relationsTo', () => {
  it('names the path from the held competency to the required one', () => {
    const relation = relate('mig', 'joining', {
      broader: [
        ['mig', 'welding'],
        ['welding', 'joining'],
      ],
    });
    expect(relation).toEqual({
      kind: 'narrower',
      steps: 2,
      viaCrosswalk: false,
      percent: 80,
      path: ['mig', 'welding', 'joining'],
    });
  });

  it('names the crosswalk hop as the beginning of the path', () => {
    const relation = relate('esco-mig', 'welding', { broader: [['mig', 'welding']], exact: [['mig', 'esco-mig']] });
    expect(relation).toMatchObject({
      kind: 'narrower',
      viaCrosswalk: true,
      percent: 90,
      path: ['esco-mig', 'mig', 'welding'],
    });
  });

  it('counts the fewest steps when a competency has several parents', () => {
    const broader: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'need'],
      ['a', 'need'],
    ];
    expect(relate('a', 'need', { broader })).toMatchObject({ steps: 1, percent: 90, path: ['a', 'need'] });
  });

  it('takes the better of two ways', () => {
    expect(relate('a', 'b', { broader: [['b', 'a']], related: [['a', 'b']] })).toMatchObject({
      kind: 'related',
      percent: 50,
    });
    expect(relate('a', 'b', { broader: [['a', 'b']], related: [['a', 'b']] })).toMatchObject({
      kind: 'narrower',
      percent: 90,
    });
  });

  it('stays within a cycle of the hierarchy', () => {
    const broader: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ];
    expect(relate('a', 'a', { broader })).toMatchObject({ kind: 'same', percent: 100, path: ['a'] });
    // c is 2 steps narrower than b over a; as the parent of b it would only be worth 40.
    expect(relate('c', 'b', { broader })).toMatchObject({ kind: 'narrower', steps: 2, percent: 80 });
  });

  it('never joins related and hierarchy steps', () => {
    expect(relate('a', 'c', { broader: [['a', 'b']], related: [['b', 'c']] })).toBeUndefined();
    expect(
      relate('a', 'c', {
        related: [
          ['a', 'b'],
          ['b', 'c'],
        ],
      }),
    ).toBeUndefined();
  });

  it('does not depend on the order or the repetition of the pairs', () => {
    fc.assert(
      fc.property(anyRelations, ({ broader, related, exact }) => {
        const turned = {
          broader: [...broader].reverse().concat(broader),
          related: [...related].reverse().concat(related),
          exact: [...exact].reverse().concat(exact),
        };
        const sorted = (relations: RelationEdges) =>
          [...relationsTo('k0', relations, factors)].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(turned)).toEqual(sorted({ broader, related, exact }));
      }),
    );
  });
});
