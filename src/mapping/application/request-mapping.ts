import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CurrentVerdicts } from '../../verification/index.js';

/** Credentials whose work is asked for with one statement. */
const PORTION = 5_000;

/** Asks that credentials be mapped again because something changed that they all depend on. */
@Injectable()
export class RequestMapping {
  constructor(
    private readonly verdicts: CurrentVerdicts,
    private readonly outbox: Outbox,
  ) {}

  ofIssuer(tx: Transaction, issuerId: string): Promise<void> {
    return this.of(tx, issuerId);
  }

  ofAll(tx: Transaction): Promise<void> {
    return this.of(tx, null);
  }

  private async of(tx: Transaction, issuerId: string | null): Promise<void> {
    for (let after: string | null = null; ;) {
      const ids: string[] = await this.verdicts.ids(tx, { issuerId, after, limit: PORTION });
      await this.outbox.publishAll(
        tx,
        ids.map((credentialId) => ({ topic: 'mapping.recompute-due', payload: { credentialId } })),
      );
      if (ids.length < PORTION) return;
      after = ids.at(-1) ?? null;
    }
  }
}
