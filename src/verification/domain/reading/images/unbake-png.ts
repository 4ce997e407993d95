import { ImageFault } from './image-fault.js';
import { chunksOf, type PngChunk } from './png-chunks.js';
import { credentialKeyword, credentialText } from './png-text.js';

/**
 * The text of the one credential in a PNG, or undefined when none is in it. The whole file is gone through, since of two
 * credentials readers would take this one or that.
 *
 * @throws {ImageFault}
 */
export function unbakePng(bytes: Uint8Array, maxTextBytes: number): Uint8Array | undefined {
  let found: { chunk: PngChunk; keyword: string } | undefined;
  for (const chunk of chunksOf(bytes)) {
    const keyword = credentialKeyword(chunk);
    if (keyword === undefined) continue;
    if (found)
      throw new ImageFault('two-credentials', 'the PNG holds two credentials, and nothing tells which one counts');
    found = { chunk, keyword };
  }
  return found && credentialText(found.chunk, found.keyword, maxTextBytes);
}
