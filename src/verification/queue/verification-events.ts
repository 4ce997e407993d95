import { Injectable } from '@nestjs/common';
import {
  EventHandler,
  type EventContext,
  type HandlesEvents,
  type OutboxMessage,
} from '../../platform/outbox/index.js';
import { EVIDENCE_STATED, LookAtEvidence } from '../application/look-at-evidence.js';
import { RequestVerification } from '../application/request-verification.js';
import { VerifySubmittedCredential } from '../application/verify-submitted-credential.js';

@Injectable()
@EventHandler({ topic: 'credential.submitted', consumer: 'verification', lane: 'verification' })
export class OnCredentialSubmitted implements HandlesEvents {
  constructor(private readonly verify: VerifySubmittedCredential) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.verify.run(message.organizationId, String(message.payload.credentialId), context);
  }
}

@Injectable()
@EventHandler({ topic: 'credential.check-due', consumer: 'verification', lane: 'verification' })
export class OnCheckDue implements HandlesEvents {
  constructor(private readonly verify: VerifySubmittedCredential) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.verify.run(message.organizationId, String(message.payload.credentialId), context);
  }
}

/** Looking at evidence takes as long as strangers take, so it stands in nobody’s way. */
@Injectable()
@EventHandler({ topic: EVIDENCE_STATED, consumer: 'evidence', lane: 'delivery' })
export class OnEvidenceStated implements HandlesEvents {
  constructor(private readonly look: LookAtEvidence) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return this.look.run(message.organizationId, String(message.payload.credentialId), context);
  }
}

/** New addresses or DIDs may make a credential theirs that was not before, and the other way round. */
@Injectable()
@EventHandler({ topic: 'candidate.identified', consumer: 'verification', lane: 'work' })
export class OnCandidateIdentified implements HandlesEvents {
  constructor(private readonly request: RequestVerification) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAllFrom(tx, String(message.payload.candidateId)));
  }
}

/** Keys that the organization vouches for, or no longer does, decide about everything that names their issuer. */
@Injectable()
@EventHandler({ topic: 'issuer-keys.changed', consumer: 'verification', lane: 'work' })
export class OnIssuerKeysChanged implements HandlesEvents {
  constructor(private readonly request: RequestVerification) {}

  handle(message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAllNaming(tx, String(message.payload.issuer)));
  }
}

/** An authority that is trusted, or no longer, decides about everything that came with certificates. */
@Injectable()
@EventHandler({ topic: 'trust-anchors.changed', consumer: 'verification', lane: 'work' })
export class OnTrustAnchorsChanged implements HandlesEvents {
  constructor(private readonly request: RequestVerification) {}

  handle(_message: OutboxMessage, context: EventContext): Promise<void> {
    return context.commit((tx) => this.request.ofAllWithCertificates(tx));
  }
}
