export { DEFAULT_SCORING_POLICY, type ScoringPolicy } from '../../scoring/index.js';

export const FORMULA = 'credence-1';

export const TIE_RULE =
  'Band first, then score from high to low; between equal scores the candidate created first in the organization ' +
  'stands first. Between equally good holdings of one candidate the smallest credential id is named.';
