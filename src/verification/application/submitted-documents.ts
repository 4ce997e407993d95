import { Injectable } from '@nestjs/common';
import { type CandidateIdentities, Candidates } from '../../candidates/index.js';
import { CredentialDocuments, type SubmittedCredential, TakeInContained } from '../../intake/index.js';
import { GatheredReads, type Transaction, UnitOfWork } from '../../platform/database/index.js';

/** What verification has to know of a stored document. */
export interface SubmittedDocument {
  readonly document: SubmittedCredential;
  readonly bytes: Buffer;
  /** By what the candidate can be recognised in it. */
  readonly identities: CandidateIdentities;
  /** How many documents may still be taken out of this one. */
  readonly mayContain: number;
  /** Where it was fetched, when it was. */
  readonly foundAt: string | undefined;
}

/** Reads documents for verification, those that are wanted at the same time together. */
@Injectable()
export class SubmittedDocuments {
  private readonly reads: GatheredReads<SubmittedDocument>;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly documents: CredentialDocuments,
    private readonly candidates: Candidates,
    private readonly takeIn: TakeInContained,
  ) {
    this.reads = new GatheredReads(unitOfWork, (tx, ids) => this.readAll(tx, ids));
  }

  /** Nothing for a document that was erased. */
  find(organizationId: string, credentialId: string): Promise<SubmittedDocument | undefined> {
    return this.reads.of(organizationId, credentialId);
  }

  private async readAll(tx: Transaction, ids: readonly string[]): Promise<Map<string, SubmittedDocument>> {
    const opened = await this.documents.open(tx, ids);
    const candidateIds = [...new Set(opened.map(({ candidateId }) => candidateId))];
    const identities = await this.candidates.identitiesOf(tx, candidateIds);
    const room = await this.takeIn.roomIn(tx, ids);
    const addresses = await this.takeIn.foundAt(tx, ids);
    return new Map(
      opened.map(({ bytes, ...document }) => {
        const known = identities.get(document.candidateId) ?? nobody;
        const mayContain = room.get(document.id) ?? 0;
        return [document.id, { document, bytes, identities: known, mayContain, foundAt: addresses.get(document.id) }];
      }),
    );
  }
}

const nobody: CandidateIdentities = { emails: [], dids: [], holders: [] };
