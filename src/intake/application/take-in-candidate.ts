import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { LINK_TYPE } from '../domain/content-types.js';
import type { EmbeddedDocument } from '../domain/embedded-document.js';
import type { TakenCredential } from '../domain/import-result.js';
import type { SubmissionSource } from '../domain/submission.js';
import type { CandidateSubmission } from './read-candidate-submission.js';
import { SubmitCredential } from './submit-credential.js';

/** By whom and by which way something comes in. */
export interface TakenFrom {
  readonly source: Exclude<SubmissionSource, 'api' | 'link' | 'contained'>;
  readonly actor: Principal;
}

/** A person and their documents, in one transaction of the caller: all of it is taken in or nothing. */
@Injectable()
export class TakeInCandidate {
  constructor(
    private readonly candidates: Candidates,
    private readonly submit: SubmitCredential,
  ) {}

  /** @throws {ExternalIdsConflict} when the external ids belong to two people */
  async run(
    tx: Transaction,
    { command, documents }: CandidateSubmission,
    from: TakenFrom,
  ): Promise<{ status: 'created' | 'updated'; candidateId: string; credentials: TakenCredential[] }> {
    const { candidate, created } = await this.candidates.upsert(tx, command, from.actor);
    const credentials = await this.documents(tx, candidate.id, documents, from);
    return { status: created ? 'created' : 'updated', candidateId: candidate.id, credentials };
  }

  private async documents(
    tx: Transaction,
    candidateId: string,
    documents: readonly EmbeddedDocument[],
    { source, actor }: TakenFrom,
  ): Promise<TakenCredential[]> {
    const taken: TakenCredential[] = [];
    for (const document of documents) {
      const submission = {
        ...document,
        candidateId,
        source: document.contentType === LINK_TYPE ? 'link' : source,
      } as const;
      const { credential, duplicate } = await this.submit.run(tx, submission, actor);
      taken.push({ id: credential.id, duplicate });
    }
    return taken;
  }
}
