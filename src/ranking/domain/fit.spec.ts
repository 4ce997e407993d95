import { fitOf } from './fit.js';
import { DEFAULT_SCORING_POLICY as policy } from './scoring-policy.js';

describe('fitOf', () => {
  it.each([
    // 59 x 90 x 2 / 3 = 3540
    ['takes the share of the level', 59, 90, 2, 3, { fit: 3540, low: 3540, high: 3540 }],
    // 59 x 90 x 1 / 4 = 1327.5
    ['floors', 59, 90, 1, 4, { fit: 1327, low: 1327, high: 1327 }],
    // a higher level than asked earns no more: 100 x 100
    ['caps at the required level', 100, 100, 9, 2, { fit: 10000, low: 10000, high: 10000 }],
    // 59 x 90 / 2 = 2655
    ['halves an unknown level', 59, 90, null, 3, { fit: 2655, low: 0, high: 5310 }],
    // 63 x 45 / 2 = 1417.5
    ['floors the half', 63, 45, null, 3, { fit: 1417, low: 0, high: 2835 }],
    ['asks no level', 59, 90, null, null, { fit: 5310, low: 5310, high: 5310 }],
    ['earns nothing without strength', 0, 100, 5, 5, { fit: 0, low: 0, high: 0 }],
  ])('%s', (_, strength, relation, held, required, fit) => {
    expect(fitOf(strength, relation, held, required, policy)).toEqual(fit);
  });
});
