import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { relationPaths, type RelationEdges } from './relations.js';

const none: RelationEdges = { broader: [], related: [], exact: [] };
const percentOf = (held: string, required: string, edges: Partial<RelationEdges>) =>
  relationPaths(required, { ...none, ...edges }).get(held)?.percent;

describe('relationPaths', () => {
  const chain: [string, string][] = [
    ['d', 'c'],
    ['c', 'b'],
    ['b', 'a'],
    ['a', 'top'],
  ];

  it.each([
    ['a', 'a', 100],
    ['b', 'a', 90],
    ['c', 'a', 80],
    ['d', 'a', 80],
    ['d', 'top', undefined],
    ['a', 'b', 40],
    ['a', 'c', undefined],
  ])('gives %s for %s its percent by the steps between them: %s', (held, required, percent) => {
    expect(percentOf(held, required, { broader: chain })).toBe(percent);
  });

  it('takes related both ways and one step only', () => {
    const related: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
    ];
    expect(percentOf('a', 'b', { related })).toBe(50);
    expect(percentOf('b', 'a', { related })).toBe(50);
    expect(percentOf('a', 'c', { related })).toBeUndefined();
  });

  it('does not join steps of different kinds', () => {
    expect(percentOf('x', 'a', { broader: [['b', 'a']], related: [['x', 'b']] })).toBeUndefined();
    // Siblings: up one step and down one.
    expect(
      percentOf('a', 'b', {
        broader: [
          ['a', 'top'],
          ['b', 'top'],
        ],
      }),
    ).toBeUndefined();
  });

  it('begins with one exact crosswalk for nothing, never ends with one and never takes two', () => {
    const edges = {
      broader: [['b', 'a']] as [string, string][],
      exact: [
        ['x', 'b'],
        ['y', 'x'],
        ['a', 'z'],
      ] as [string, string][],
    };
    expect(relationPaths('a', { ...none, ...edges }).get('x')).toEqual({
      percent: 90,
      steps: [
        { kind: 'exact', from: 'x', to: 'b' },
        { kind: 'narrower', from: 'b', to: 'a' },
      ],
    });
    expect(percentOf('y', 'a', edges)).toBeUndefined();
    expect(percentOf('b', 'z', edges)).toBeUndefined();
    expect(percentOf('z', 'a', edges)).toBe(100);
  });

  it('counts the best of several paths, of equal ones the shortest, then the first by id', () => {
    expect(percentOf('b', 'a', { broader: [['a', 'b']], related: [['a', 'b']] })).toBe(50);
    const diamond: [string, string][] = [
      ['d', 'c'],
      ['d', 'b'],
      ['b', 'a'],
      ['c', 'a'],
    ];
    for (const broader of [diamond, [...diamond].reverse()]) {
      expect(
        relationPaths('a', { ...none, broader })
          .get('d')
          ?.steps.map(({ to }) => to),
      ).toEqual(['b', 'a']);
    }
  });

  it('ends in a circle', () => {
    const circle: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ];
    expect(percentOf('a', 'a', { broader: circle })).toBe(100);
    // c is two steps narrower than b (over a); as its parent it would be worth 40.
    expect(percentOf('c', 'b', { broader: circle })).toBe(80);
  });

  it('does not depend on the order of the edges, and more edges never make less of a path', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const pairs = fc.array(fc.tuple(ids, ids), { maxLength: 10 });
    const worlds = fc.record({ broader: pairs, related: pairs, exact: pairs });
    fc.assert(
      fc.property(worlds, ids, fc.tuple(ids, ids), (edges, required, more) => {
        const paths = relationPaths(required, edges);
        const turned = {
          broader: [...edges.broader].reverse(),
          related: [...edges.related].reverse(),
          exact: [...edges.exact].reverse(),
        };
        expect(relationPaths(required, turned)).toEqual(paths);
        const wider = relationPaths(required, { ...edges, broader: [...edges.broader, more] });
        for (const [held, { percent, steps }] of paths) {
          expect(wider.get(held)?.percent).toBeGreaterThanOrEqual(percent);
          if (steps.length > 0) expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([held, required]);
        }
      }),
    );
  });
});

interface World {
  name: string;
  clock: string;
  relations: RelationEdges;
  candidates: { id: string; holdings: WorldHolding[] }[];
  profile: { requirements: WorldRequirement[] };
  expected: { candidate: string; requirements: { id: string; points: number; state: string }[] }[];
}
interface WorldHolding {
  competency: string;
  level: number | null;
  proof: number;
  trust: number;
  verdict: string;
  validFrom: string | null;
  validUntil: string | null;
}
interface WorldRequirement {
  id: string;
  competency: string;
  weight: number;
  level?: number | null;
  allowPartial?: boolean;
  maxAgeMonths?: number | null;
}

describe('relationPaths in the worlds of the scoring contract', () => {
  const path = join(process.cwd(), '..', 'shared', 'scoring', 'vectors.json');
  if (!existsSync(path)) {
    it.skip('needs ../shared/scoring/vectors.json, which is not there', () => undefined);
    return;
  }
  const worlds = JSON.parse(readFileSync(path, 'utf8')) as World[];

  /** Points of a requirement by the published formula; months have days enough here, all dates are the 15th. */
  function pointsOf(requirement: WorldRequirement, holdings: readonly WorldHolding[], world: World): number {
    const paths = relationPaths(requirement.competency, world.relations);
    const oldest = new Date(world.clock);
    oldest.setUTCMonth(oldest.getUTCMonth() - (requirement.maxAgeMonths ?? 0));
    const fits = holdings.map((held) => {
      const relation = paths.get(held.competency)?.percent ?? 0;
      const isTooOld =
        typeof requirement.maxAgeMonths === 'number' && held.validFrom !== null && new Date(held.validFrom) < oldest;
      const isOver = held.validUntil !== null && new Date(held.validUntil) <= new Date(world.clock);
      const isRefused = requirement.allowPartial === false && relation < 80;
      if (held.verdict !== 'verified' || isTooOld || isOver || isRefused) return 0;
      const full = Math.floor((held.proof * held.trust) / 100) * relation;
      const required = requirement.level ?? null;
      if (required === null) return full;
      return held.level === null
        ? Math.floor(full / 2)
        : Math.floor((full * Math.min(held.level, required)) / required);
    });
    return requirement.weight * Math.max(0, ...fits);
  }

  it.each(worlds.map((world): [string, World] => [world.name, world]))('gives %s its points', (_name, world) => {
    for (const row of world.expected) {
      const holdings = world.candidates.find(({ id }) => id === row.candidate)?.holdings ?? [];
      const points = world.profile.requirements.map((requirement) => [
        requirement.id,
        pointsOf(requirement, holdings, world),
      ]);
      expect([row.candidate, points]).toEqual([row.candidate, row.requirements.map(({ id, points: p }) => [id, p])]);
    }
  });

  it('has all 40', () => expect(worlds).toHaveLength(40));
});
