import { recognisedFormat } from '../format.js';

/** An image may be larger than a credential, so its first bytes are looked at and not its text. */
const lookedAt = 4096;

export const bakedSvg = recognisedFormat('baked-svg', 'badges baked into SVG images are not read', ({ bytes }) => {
  const opening = Buffer.from(bytes.subarray(0, lookedAt)).toString('utf8').trimStart();
  return opening.startsWith('<') && /<(?:[\w-]+:)?svg[\s>/]/.test(opening);
});
