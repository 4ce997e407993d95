import { passed } from './checks/check.js';
import type { CheckedFinding } from './judge.js';
import type { ReadResult } from './reading/read-result.js';

const nouns = { 'baked-png': 'a PNG image', 'baked-svg': 'an SVG image' };

/** Says what the document was taken out of; that weighs nothing in its verdict. */
export function findingsOnCarrier({ carrier }: ReadResult): CheckedFinding[] {
  if (carrier === undefined) return [];
  const detail = `it was baked into ${nouns[carrier]}; the text in the image was judged, and the picture proves nothing`;
  return [{ id: 'carrier', ...passed(carrier, detail) }];
}
