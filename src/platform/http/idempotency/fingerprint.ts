import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { readMultipart } from '../body/read-multipart.js';

/**
 * SHA-256 of what was sent. Of a form its fields and files count, not its bytes, since each sending of the same form has
 * another boundary.
 */
export async function fingerprintOf(request: FastifyRequest): Promise<Buffer> {
  const form = await readMultipart(request);
  if (form === undefined) return sha256(request.rawBody ?? Buffer.alloc(0));
  const files = form.files.map((f) => [f.field, f.filename ?? null, f.contentType, sha256(f.content).toString('hex')]);
  return sha256(Buffer.from(JSON.stringify([[...form.fields], files])));
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
