import { contextUrlsOf } from '../../json.js';
import { recognisedFormat } from '../format.js';

/** Open Badges 0.5, 1.0 and 1.1: known by the pair of badge and recipient; only 1.1 has a context. */
export const openBadges1 = recognisedFormat(
  'openbadges-1',
  'Open Badges 0.5 to 1.1 assertions are not verified',
  ({ json }) =>
    contextUrlsOf(json).some((url) => url.endsWith('/openbadges/v1')) ||
    (json?.badge !== undefined && json.recipient !== undefined),
);
