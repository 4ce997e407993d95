import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Egress } from '../../platform/egress/index.js';
import { type EventContext, Outbox, type OutboxEvent } from '../../platform/outbox/index.js';
import { evidenceLinkKey, evidenceLinksOf } from '../domain/evidence/evidence-links.js';
import {
  type EvidenceLook,
  type EvidenceRecord,
  readDataUrl,
  recordOf,
  waitUntilNextLook,
} from '../domain/evidence/evidence-record.js';
import type { EvidenceFacts } from '../domain/facts/credential-facts.js';
import { EvidenceLinkRepository } from '../persistence/evidence-link.repository.js';

export const EVIDENCE_STATED = 'credential.evidence-stated';

/** Larger evidence is not fetched. */
export const mostEvidenceBytes = 4 * 1024 * 1024;
const mostMsEach = 10_000;

/** The word that evidence is to be looked at; nothing when the credential names none that can be. */
export function lookOwedAt(credentialId: string, evidence: readonly EvidenceFacts[], delayMs?: number): OutboxEvent[] {
  if (evidenceLinksOf(evidence).length === 0) return [];
  return [{ topic: EVIDENCE_STATED, payload: { credentialId }, ...(delayMs !== undefined && { delayMs }) }];
}

/**
 * Looks at the evidence that an issuer attached, after the verdict and without a part in it: what lies there is kept as a
 * hash with its type, size and time, and never as a copy.
 */
@Injectable()
export class LookAtEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: EvidenceLinkRepository,
    private readonly egress: Egress,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(organizationId: string, credentialId: string, context: EventContext): Promise<void> {
    const { evidence, known } = await this.unitOfWork.run(organizationId, async (tx) => ({
      evidence: await this.links.stated(tx, credentialId),
      known: await this.links.of(tx, credentialId),
    }));
    const records = await Promise.all(
      evidenceLinksOf(evidence).flatMap((url) => {
        const before = known.get(evidenceLinkKey(url));
        return before && before.outcome !== 'unreachable' ? [] : [this.look(url, (before?.attempts ?? 0) + 1)];
      }),
    );
    await context.commit((tx) => this.keep(tx, credentialId, evidence, records));
  }

  private async keep(
    tx: Transaction,
    credentialId: string,
    evidence: readonly EvidenceFacts[],
    records: readonly EvidenceRecord[],
  ): Promise<void> {
    await this.links.save(tx, credentialId, records);
    const waits = records.flatMap((record) => waitUntilNextLook(record) ?? []);
    if (waits.length > 0) await this.outbox.publishAll(tx, lookOwedAt(credentialId, evidence, Math.min(...waits)));
  }

  private async look(url: string, attempts: number): Promise<EvidenceRecord> {
    const look = /^data:/i.test(url) ? readDataUrl(url) : await this.fetch(url);
    return recordOf(url, look, attempts, this.clock.now());
  }

  private async fetch(url: string): Promise<EvidenceLook> {
    const options = { accept: '*/*', maxBytes: mostEvidenceBytes, timeoutMs: mostMsEach };
    const result = await this.egress.fetch(url, options);
    if (!result.ok) return { ok: false, ...result.failure };
    const { body, contentType } = result.document;
    return { ok: true, body, contentType };
  }
}
