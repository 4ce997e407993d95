import type { DocumentSource } from '../document-source.js';
import type { JsonObject } from '../json.js';
import { type VerificationContext, type VerificationReport, verifyCredential } from '../verify-credential.js';
import { InMemorySource } from './in-memory-source.js';

export const noon = new Date('2026-06-01T12:00:00Z');

/** Verifies an object or a text at noon of the first of June 2026, with no candidate known and no document to be had. */
export function verifyHere(
  document: JsonObject | string,
  context: Partial<VerificationContext> & { source?: DocumentSource } = {},
): Promise<VerificationReport> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return verifyCredential(Buffer.from(text), undefined, {
    at: noon,
    candidate: { emails: [], dids: [] },
    source: new InMemorySource(),
    ...context,
  });
}
