import { crc32 } from 'node:zlib';
import { ImageFault } from './image-fault.js';

export interface PngChunk {
  /** Four letters, such as `iTXt`. */
  type: string;
  data: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum of a chunk, in bytes. */
const frameBytes = 12;
/** An image of 5 MiB in the small pieces that some programs write has about 1,300. */
const mostChunks = 4096;

export function isPng(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, signature.length), signature) === 0;
}

/**
 * The chunks of a PNG up to its last one (`IEND`), each with its length and checksum found right. Nothing is copied and no
 * pixel is looked at, so the size of the picture costs nothing.
 *
 * @throws {ImageFault}
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function* chunksOf(bytes: Uint8Array): Generator<PngChunk> {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = signature.length;
  for (let count = 0; ; count += 1) {
    if (count >= mostChunks) throw new ImageFault('too-many-chunks', `the PNG has more than ${mostChunks} chunks`);
    const chunk = chunkAt(png, at);
    if (count === 0 && (chunk.type !== 'IHDR' || chunk.data.length !== 13))
      throw new ImageFault('malformed-png', 'the PNG does not begin with its header');
    if (chunk.type === 'IEND') return;
    yield chunk;
    at += frameBytes + chunk.data.length;
  }
}

function chunkAt(png: Buffer, at: number): PngChunk {
  if (at + frameBytes > png.length) throw new ImageFault('malformed-png', 'the PNG ends before its last chunk');
  const length = png.readUInt32BE(at);
  const end = at + frameBytes + length;
  if (end > png.length) throw new ImageFault('malformed-png', 'a chunk of the PNG is said to be longer than the file');
  const type = png.toString('latin1', at + 4, at + 8);
  if (!/^[A-Za-z]{4}$/.test(type)) throw new ImageFault('malformed-png', 'a chunk of the PNG has no proper name');
  if (crc32(png.subarray(at + 4, end - 4)) !== png.readUInt32BE(end - 4))
    throw new ImageFault('malformed-png', `the checksum of the chunk ${type} of the PNG is wrong`);
  return { type, data: png.subarray(at + 8, end - 4) };
}
