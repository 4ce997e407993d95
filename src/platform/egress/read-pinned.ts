import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { FetchProblem } from './fetch-problem.js';
import type { FetchedDocument } from './fetch-result.js';

const contentTypes = new Map([
  ['.json', 'application/json'],
  ['.jsonld', 'application/ld+json'],
  ['.jwt', 'application/jwt'],
  ['.jws', 'application/jose'],
  ['.txt', 'text/plain'],
  ['.html', 'text/html'],
  ['.csv', 'text/csv'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
]);

/**
 * Answers a URL from the file that is pinned to it.
 *
 * @throws {FetchProblem} `too-large`, or `unreachable` when the file is gone
 */
export async function readPinned(url: URL, file: string, maxBytes: number, fetchedAt: Date): Promise<FetchedDocument> {
  const body = await readUpTo(file, maxBytes);
  const contentType = contentTypes.get(extname(file).toLowerCase()) ?? 'application/octet-stream';
  return { url: url.href, status: 200, contentType, body, fetchedAt };
}

async function readUpTo(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) throw new FetchProblem('too-large', `the pinned document is larger than ${maxBytes} bytes`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof FetchProblem) throw error;
    throw new FetchProblem('unreachable', 'the pinned document cannot be read', false);
  }
}
