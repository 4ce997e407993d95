import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { OpenedDocument, SubmittedCredential } from '../domain/submission.js';
import { CredentialRepository } from '../persistence/credential.repository.js';

/** Submitted documents for the rooms above. */
@Injectable()
export class CredentialDocuments {
  constructor(private readonly credentials: CredentialRepository) {}

  find(tx: Transaction, id: string): Promise<SubmittedCredential | undefined> {
    return this.credentials.find(tx, id);
  }

  /** Documents with their bytes as received; those that are gone are left out. */
  open(tx: Transaction, ids: readonly string[]): Promise<OpenedDocument[]> {
    return this.credentials.open(tx, ids);
  }

  /** The bytes as received. */
  original(tx: Transaction, id: string): Promise<Buffer | undefined> {
    return this.credentials.original(tx, id);
  }

  async idsOfCandidate(tx: Transaction, candidateId: string): Promise<string[]> {
    return (await this.credentials.idsOfCandidate(tx, candidateId)).map((row) => row.id);
  }
}
