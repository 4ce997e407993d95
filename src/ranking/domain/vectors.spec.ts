import { rankWorld } from '../../../test/support/rank-world.js';
import { ownVectors, sharedVectors } from '../../../test/support/scoring-vectors.js';

describe('formula credence-1', () => {
  it.each(ownVectors().map((vector) => [vector.name, vector] as const))('answers %s as worked by hand', (_, vector) => {
    expect(rankWorld(vector)).toEqual(vector.expected);
  });

  it('has its own hand-worked vectors', () => {
    expect(ownVectors().length).toBeGreaterThanOrEqual(8);
  });

  const shared = sharedVectors();
  (shared === null ? it.skip : it)('answers every vector of the contract', () => {
    expect(shared).not.toHaveLength(0);
    for (const vector of shared ?? []) {
      expect({ name: vector.name, rows: rankWorld(vector) }).toEqual({ name: vector.name, rows: vector.expected });
    }
  });
});
