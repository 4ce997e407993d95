import { inflateSync } from 'node:zlib';
import { ImageFault } from './image-fault.js';
import type { PngChunk } from './png-chunks.js';

/** The keyword of Open Badges 0.5 to 2.1, which came in every kind of text chunk. */
const olderKeyword = 'openbadges';
const keywords: readonly string[] = [olderKeyword, 'openbadgecredential', 'clrcredential'];
const textTypes: readonly string[] = ['tEXt', 'zTXt', 'iTXt'];

/** The keyword, letter for letter, of a chunk that carries a credential; undefined of any other chunk. */
export function credentialKeyword({ type, data }: PngChunk): string | undefined {
  if (!textTypes.includes(type)) return undefined;
  return keywords.find(
    (keyword) => data[keyword.length] === 0 && data.toString('latin1', 0, keyword.length) === keyword,
  );
}

/**
 * The text of a chunk that carries a credential, in UTF-8. Open Badges 3.0 allows one way only: `iTXt`, not compressed.
 *
 * @param maxBytes what a compressed text may grow to
 * @throws {ImageFault}
 * @see https://www.imsglobal.org/spec/ob/v3p0/#png
 */
export function credentialText({ type, data }: PngChunk, keyword: string, maxBytes: number): Uint8Array {
  const rest = data.subarray(keyword.length + 1);
  const isOlder = keyword === olderKeyword;
  if (type === 'iTXt') return internationalText(rest, isOlder, maxBytes);
  if (!isOlder)
    throw new ImageFault(
      'wrong-chunk',
      `${keyword} stands in a chunk ${type} of the PNG; it must be iTXt, uncompressed`,
    );
  const text = type === 'zTXt' ? inflated(rest.subarray(1), rest[0], maxBytes) : rest;
  return Buffer.from(text.toString('latin1'), 'utf8');
}

/** Compressed or not, the method, a language and a translated keyword stand before the text. */
function internationalText(rest: Buffer, mayBeCompressed: boolean, maxBytes: number): Buffer {
  const [flag, method] = rest;
  const languageEnd = rest.indexOf(0, 2);
  const keywordEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (keywordEnd < 0 || (flag !== 0 && flag !== 1))
    throw new ImageFault('malformed-png', 'the text chunk of the PNG that should hold the credential is incomplete');
  const text = rest.subarray(keywordEnd + 1);
  if (flag === 0) return text;
  if (!mayBeCompressed)
    throw new ImageFault('compressed', 'the credential in the PNG is compressed, which Open Badges 3.0 forbids');
  return inflated(text, method, maxBytes);
}

function inflated(packed: Buffer, method: number | undefined, maxBytes: number): Buffer {
  if (method !== 0) throw new ImageFault('malformed-png', 'the text in the PNG is compressed in no known way');
  try {
    return inflateSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
      ? new ImageFault('too-large', `the compressed text in the PNG has more than ${maxBytes} bytes`)
      : new ImageFault('malformed-png', 'the compressed text in the PNG cannot be unpacked');
  }
}
