import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { type ApiKey, hashOf } from '../domain/api-key.js';
import { ApiKeyRepository } from '../persistence/api-key.repository.js';

/** How long another process may still take a key that was revoked here. */
const KEEP_MS = 5_000;
const MAX_ENTRIES = 10_000;

/** Finds keys by what was presented; answers are kept for a moment, also the answer that there is no such key. */
@Injectable()
export class KeyDirectory {
  private readonly found = new Map<string, { until: number; key: Promise<ApiKey | undefined> }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
  ) {}

  /** @param presented bytes of the key; revoked and expired keys are found too */
  find(presented: Buffer): Promise<ApiKey | undefined> {
    const hash = hashOf(presented);
    const name = hash.toString('base64');
    const now = performance.now();
    const kept = this.found.get(name);
    if (kept !== undefined && now < kept.until) return kept.key;
    // One look-up for all requests that come while it runs; after `forget` its answer serves only those.
    const key = this.unitOfWork.runAsSystem((tx) => this.keys.findByHash(tx, hash));
    this.makeRoom(now);
    const entry = { until: now + KEEP_MS, key };
    this.found.set(name, entry);
    key.catch(() => {
      if (this.found.get(name) === entry) this.found.delete(name);
    });
    return key;
  }

  /** After a key was made or revoked in this process. */
  forget(): void {
    this.found.clear();
  }

  private makeRoom(now: number): void {
    if (this.found.size < MAX_ENTRIES) return;
    for (const [name, entry] of this.found) if (entry.until <= now) this.found.delete(name);
    if (this.found.size >= MAX_ENTRIES) this.found.clear();
  }
}
