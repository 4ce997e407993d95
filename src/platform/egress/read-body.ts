import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { errorCode } from './error-code.js';
import { FetchProblem } from './fetch-problem.js';

/** What gzip and brotli may add to bytes that they cannot shorten, with room for headers. */
const encodingOverhead = 64 * 1024;

const decoders = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** The content codings that are understood, for the Accept-Encoding header. */
export const acceptedEncodings = 'gzip, br';

/**
 * Reads a body up to a limit that holds for the bytes received and for the bytes decoded.
 *
 * @param coding value of Content-Encoding; one coding at most
 * @param stated value of Content-Length
 * @throws {FetchProblem} `too-large`, or `unreachable` when the body cannot be decoded
 */
export async function readBody(
  body: AsyncIterable<Buffer>,
  coding: string,
  stated: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  const isPlain = name === '' || name === 'identity';
  const decode = decoders.get(name);
  if (!isPlain && !decode) throw new FetchProblem('unreachable', 'the answer is encoded in an unknown way', false);
  const maxReceived = isPlain ? maxBytes : maxBytes + encodingOverhead;
  if (Number(stated) > maxReceived) throw tooLarge(maxBytes);
  const received = await collect(body, maxReceived, maxBytes);
  if (!decode) return received;
  try {
    return await decode(received, { maxOutputLength: maxBytes });
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new FetchProblem('unreachable', 'the answer could not be decoded', false);
  }
}

async function collect(body: AsyncIterable<Buffer>, maxReceived: number, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxReceived) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(maxBytes: number): FetchProblem {
  return new FetchProblem('too-large', `the answer is larger than ${maxBytes} bytes`);
}
