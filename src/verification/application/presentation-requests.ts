import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { Candidates } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { SubmittedCredential } from '../../intake/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Conflict, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import type { IssuedChallenge, IssuedChallenges } from '../domain/presentation/issued-challenge.js';
import {
  PresentationRequestRepository,
  type PresentationRequest,
} from '../persistence/presentation-request.repository.js';

/** Challenges that may be open for one candidate at once. */
const MAX_OPEN = 50;
/** As many as a guesser could not go through: 256 bits. */
const CHALLENGE_BYTES = 32;

/** Another document answered the challenge between the check and its being kept: the check has to be made anew. */
export class ChallengeAnsweredMeanwhile extends Error {}

/** Challenges for candidates to answer with a presentation, each once. */
@Injectable()
export class PresentationRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: PresentationRequestRepository,
    private readonly candidates: Candidates,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param of how long it may be answered, and for whom the holder has to sign
   * @throws {NotFound}, {CandidateGone} and {Conflict} when too many are open
   */
  async issue(
    tx: Transaction,
    candidateId: string,
    of: { domain: string; expiresInSeconds: number },
    actor: Principal,
  ): Promise<PresentationRequest> {
    await this.candidates.present(tx, candidateId, 'for-update');
    const createdAt = this.clock.now();
    if ((await this.requests.countOpen(tx, candidateId, createdAt)) >= MAX_OPEN) {
      throw new Conflict('too-many-requests', `A candidate has ${MAX_OPEN} open requests at most: let some run out.`);
    }
    const request: PresentationRequest = {
      id: newId(),
      candidateId,
      challenge: randomBytes(CHALLENGE_BYTES).toString('base64url'),
      domain: of.domain,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + of.expiresInSeconds * 1000),
      answeredBy: null,
      answeredAt: null,
    };
    await this.requests.insert(tx, request, actor.id);
    await this.audit.record(tx, {
      actor,
      action: 'presentation.requested',
      targetType: 'candidate',
      targetId: candidateId,
      detail: { requestId: request.id, domain: request.domain },
    });
    return request;
  }

  /** @throws {NotFound} */
  async one(tx: Transaction, candidateId: string, id: string): Promise<PresentationRequest> {
    const request = await this.requests.find(tx, candidateId, id);
    if (request === undefined) throw new NotFound('presentation request');
    return request;
  }

  /** The challenges as they stand for one submitted document: what counts is when it was handed in, not when it is checked. */
  challengesFor(organizationId: string, document: SubmittedCredential): IssuedChallenges {
    return {
      find: (challenge) =>
        this.unitOfWork.run(organizationId, async (tx) => {
          const request = await this.requests.byChallenge(tx, document.candidateId, challenge);
          return request && asIssued(request, document);
        }),
    };
  }

  /**
   * Keeps that a document answered a request, and what the candidate showed to hold by it.
   *
   * @throws {ChallengeAnsweredMeanwhile}
   */
  async claim(
    tx: Transaction,
    document: SubmittedCredential,
    { requestId, holder }: { requestId: string; holder: string },
    at: Date,
  ): Promise<void> {
    if (!(await this.requests.claim(tx, requestId, document.id, at))) throw new ChallengeAnsweredMeanwhile();
    await this.candidates.showHolder(tx, document.candidateId, holder);
  }
}

function asIssued(
  { id, domain, expiresAt, answeredBy }: PresentationRequest,
  by: SubmittedCredential,
): IssuedChallenge {
  const isExpired = answeredBy === null && expiresAt <= by.submittedAt;
  const isUsed = answeredBy !== null && answeredBy !== by.id;
  return { requestId: id, domain, state: isUsed ? 'used' : isExpired ? 'expired' : 'open' };
}
