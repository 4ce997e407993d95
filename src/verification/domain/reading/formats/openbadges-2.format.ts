import { contextUrlsOf, hasType } from '../../json.js';
import { recognisedFormat } from '../format.js';

/** An Open Badges 2.0 or 2.1 assertion, hosted or signed. */
export const openBadges2 = recognisedFormat(
  'openbadges-2',
  'Open Badges 2 assertions are not verified',
  ({ json }) =>
    contextUrlsOf(json).some((url) => /^https?:\/\/w3id\.org\/openbadges\/(?!v1\b)/.test(url)) ||
    (hasType(json, 'Assertion') && !contextUrlsOf(json).some((url) => url.endsWith('/openbadges/v1'))),
);
