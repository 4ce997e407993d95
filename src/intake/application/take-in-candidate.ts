import { Injectable } from '@nestjs/common';
import { UpsertCandidates, type Upserted } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { DomainError } from '../../platform/errors/index.js';
import { LINK_TYPE } from '../domain/content-types.js';
import type { TakenCredential } from '../domain/import-result.js';
import type { Submission, SubmissionSource } from '../domain/submission.js';
import type { CandidateSubmission } from './read-candidate-submission.js';
import { SubmitCredential } from './submit-credential.js';

/** By whom and by which way something comes in. */
export interface TakenFrom {
  readonly source: Exclude<SubmissionSource, 'api' | 'link' | 'contained'>;
  readonly actor: Principal;
}

export interface TakenIn {
  readonly status: 'created' | 'updated';
  readonly candidateId: string;
  /** In the order of the documents. */
  readonly credentials: readonly TakenCredential[];
}

/** People and their documents, in one transaction of the caller. */
@Injectable()
export class TakeInCandidate {
  constructor(
    private readonly candidates: UpsertCandidates,
    private readonly submit: SubmitCredential,
  ) {}

  /**
   * All of it is taken in or nothing.
   *
   * @throws {ExternalIdsConflict} when the external ids belong to two people
   */
  async run(tx: Transaction, submission: CandidateSubmission, from: TakenFrom): Promise<TakenIn> {
    const [taken] = await this.runAll(tx, [submission], from);
    if (taken === undefined) throw new Error('a submission was neither taken in nor refused');
    if ('problem' in taken) throw taken.problem;
    return taken;
  }

  /** Locks what the submissions are about; those whose lists have a name in common are about the same person. */
  hold(tx: Transaction, submissions: readonly CandidateSubmission[]): Promise<string[][]> {
    return this.candidates.hold(
      tx,
      submissions.map(({ command }) => command),
    );
  }

  /**
   * Each is taken in as a whole or refused as a whole.
   *
   * @param submissions about different people, see `hold`
   */
  async runAll(
    tx: Transaction,
    submissions: readonly CandidateSubmission[],
    from: TakenFrom,
  ): Promise<(TakenIn | { readonly problem: DomainError })[]> {
    const commands = submissions.map(({ command }) => command);
    const upserted = await this.candidates.runAll(tx, commands, from.actor);
    const documents = upserted.map((one, n) => documentsOf(one, submissions[n], from.source));
    const stored = await this.submit.runAll(tx, documents.flat(), from.actor);
    let next = 0;
    return upserted.map((one, n) => {
      const credentials = stored.slice(next, (next += documents[n]?.length ?? 0));
      if (one.kind === 'refused') return { problem: one.problem };
      return {
        status: one.created ? 'created' : 'updated',
        candidateId: one.id,
        credentials: credentials.map(({ credential, duplicate }) => ({ id: credential.id, duplicate })),
      };
    });
  }
}

function documentsOf(
  person: Upserted,
  submission: CandidateSubmission | undefined,
  source: TakenFrom['source'],
): Submission[] {
  if (person.kind === 'refused' || submission === undefined) return [];
  return submission.documents.map((document) => ({
    ...document,
    candidateId: person.id,
    source: document.contentType === LINK_TYPE ? 'link' : source,
  }));
}
