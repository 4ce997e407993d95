import { passed } from './checks/check.js';
import type { CheckedFinding } from './judge.js';
import type { Carrier, ReadResult } from './reading/read-result.js';

const details: Readonly<Record<Carrier, string>> = {
  'baked-png': 'it was baked into a PNG image; the text in the image was judged, and the picture proves nothing',
  'baked-svg': 'it was baked into an SVG image; the text in the image was judged, and the picture proves nothing',
  'enveloped-credential':
    'it came in an envelope; the document in its data: URL was judged, and the envelope proves nothing',
};

/** Says what the document was taken out of; that weighs nothing in its verdict. */
export function findingsOnCarrier({ carrier }: ReadResult): CheckedFinding[] {
  if (carrier === undefined) return [];
  return [{ id: 'carrier', ...passed(carrier, details[carrier]) }];
}
