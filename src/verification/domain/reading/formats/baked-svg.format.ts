import { ImageFault } from '../images/image-fault.js';
import { imageFormat } from '../images/image-format.js';
import { unbakeSvg } from '../images/unbake-svg.js';
import { textOf } from '../strict-json.js';

/** Whether it is worth parsing is seen in the first bytes: an SVG names its root there. */
const lookedAt = 4096;
/** Largest image that is looked through, in bytes. */
const maxBytes = 1024 * 1024;

/** An SVG, with or without a credential in an element of its own. */
export const bakedSvg = imageFormat('baked-svg', 'SVG', (bytes) => {
  if (opensWithOther(bytes[0])) return undefined;
  const opening = Buffer.from(bytes.subarray(0, lookedAt)).toString('utf8').trimStart();
  if (!opening.startsWith('<') || !/<(?:[\w-]+:)?svg[\s>/]|<!DOCTYPE\s+svg\b/.test(opening)) return undefined;
  if (bytes.length > maxBytes)
    throw new ImageFault('too-large', `the SVG has ${bytes.length} bytes; ${maxBytes} are the most`);
  const text = textOf(bytes);
  if (text === undefined) throw new ImageFault('invalid-utf8', 'the SVG is not UTF-8');
  const { isSvg, credential } = unbakeSvg(text.trimStart());
  if (!isSvg) return undefined;
  return credential === undefined ? {} : { text: Buffer.from(credential, 'utf8') };
});

/** Most documents are none, as their first byte shows: a letter that is neither a blank nor the one that opens a tag. */
function opensWithOther(first: number | undefined): boolean {
  return first !== undefined && first > 0x20 && first < 0x7f && first !== 0x3c;
}
