import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conflict, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { AnchorContent, TrustAnchor } from '../domain/trust-anchor.js';
import { TrustAnchorRepository } from '../persistence/trust-anchor.repository.js';

/** Every check of a chain looks at all of them. */
const MAX_ANCHORS = 100;

/**
 * Authorities whose certificates an organization believes. Every change is audited and told as `trust-anchors.changed`, so
 * that what came with certificates is verified again.
 */
@Injectable()
export class TrustAnchors {
  constructor(
    private readonly anchors: TrustAnchorRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  all(tx: Transaction): Promise<TrustAnchor[]> {
    return this.anchors.all(tx);
  }

  /** @throws {Conflict} when the certificate is trusted already, or too many are */
  async trust(tx: Transaction, content: AnchorContent, actor: Principal): Promise<TrustAnchor> {
    if ((await this.anchors.all(tx)).length >= MAX_ANCHORS) {
      throw new Conflict('too-many-anchors', `${MAX_ANCHORS} authorities can be trusted at most.`);
    }
    const anchor: TrustAnchor = { ...content, id: newId(), trustedBy: actor.id, trustedAt: this.clock.now() };
    if (!(await this.anchors.insert(tx, anchor))) {
      throw new Conflict('already-trusted', 'This certificate is trusted already.');
    }
    await this.changed(tx, 'trust-anchor.trusted', anchor, actor);
    return anchor;
  }

  /** @throws {NotFound} */
  async withdraw(tx: Transaction, id: string, actor: Principal): Promise<void> {
    const anchor = await this.anchors.find(tx, id);
    if (anchor === undefined) throw new NotFound('trust anchor');
    await this.anchors.remove(tx, id);
    await this.changed(tx, 'trust-anchor.withdrawn', anchor, actor);
  }

  private async changed(tx: Transaction, action: string, anchor: TrustAnchor, actor: Principal): Promise<void> {
    const { id, sha256, subject, reason } = anchor;
    await this.outbox.publish(tx, { topic: 'trust-anchors.changed', payload: { sha256 } });
    const detail = { sha256, subject, reason };
    await this.audit.record(tx, { actor, action, targetType: 'trust-anchor', targetId: id, detail });
  }
}
