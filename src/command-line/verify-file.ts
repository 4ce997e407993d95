import { createReadStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { FixedClock, SystemClock } from '../platform/clock/index.js';
import { createEgress, loadPinnedDocuments, noPinnedDocuments } from '../platform/egress/index.js';
import { contextsAmong, documentSourceOf, verifyCredential, type VerificationReport } from '../verification/index.js';
import type { VerifyOptions } from './verify-options.js';

/** As much as the service takes in, and one byte more, so that too much is seen to be too much. */
const maxBytes = 10 * 1024 * 1024 + 1;

/** Runs the very checks of the service on a file; no database and no queue is needed. */
export async function verifyFile(options: VerifyOptions): Promise<VerificationReport> {
  const clock = options.clock ? new FixedClock(options.clock) : new SystemClock();
  const pinned = options.pinned === undefined ? noPinnedDocuments : loadPinnedDocuments(options.pinned);
  const bytes = await readUpTo(options.file);
  const egress = createEgress({ mode: options.egress, pinned, clock });
  try {
    return await verifyCredential(bytes, undefined, {
      at: clock.now(),
      candidate: { emails: [...options.emails], dids: [...options.dids] },
      source: documentSourceOf(egress),
      contexts: contextsAmong(pinned),
      elapsedMs: () => performance.now(),
    });
  } finally {
    await egress.close();
  }
}

async function readUpTo(file: string): Promise<Buffer> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  return Buffer.concat(chunks);
}
