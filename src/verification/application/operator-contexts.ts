import { readFileSync, statSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { loadPinnedDocuments, noPinnedDocuments, type PinnedDocuments } from '../../platform/egress/index.js';
import type { ContextLibrary } from '../domain/json-ld/pinned-contexts.js';

const MAX_CONTEXT_BYTES = 1024 * 1024;

/**
 * JSON-LD contexts among the documents that the operator pinned. What an operator put there by hand is believed; what a
 * network serves never decides what signed words mean.
 */
@Injectable()
export class OperatorContexts {
  readonly library: ContextLibrary;

  constructor(config: Config) {
    const pinned = config.pinnedDocuments === undefined ? undefined : loadPinnedDocuments(config.pinnedDocuments);
    this.library = contextsAmong(pinned ?? noPinnedDocuments);
  }
}

export function contextsAmong(pinned: PinnedDocuments): ContextLibrary {
  return new Map(
    [...pinned.entries()].flatMap(([url, file]) => contextIn(file).map((context) => [url, context] as const)),
  );
}

/** A context document says what words mean and nothing else: it has `@context` with definitions, and is of no type. */
function contextIn(file: string): object[] {
  if (statSync(file).size > MAX_CONTEXT_BYTES) return [];
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Pinned status lists and keys may be tokens or pages; they are no contexts.
    return [];
  }
  if (typeof document !== 'object' || document === null || 'type' in document || 'proof' in document) return [];
  const context = (document as { '@context'?: unknown })['@context'];
  const defines = (part: unknown): boolean => typeof part === 'object' && part !== null;
  const hasDefinitions = Array.isArray(context) ? context.some(defines) : defines(context);
  return hasDefinitions && !('id' in document) ? [document] : [];
}
