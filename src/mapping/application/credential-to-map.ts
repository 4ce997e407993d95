import { Injectable } from '@nestjs/common';
import { Candidates } from '../../candidates/index.js';
import { CredentialDocuments } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CurrentVerdicts, readDocument, type StandingVerdict } from '../../verification/index.js';
import type { JsonObject } from '../domain/reading/json-value.js';

/** A judged credential with all that decides about what it is worth. */
export interface CredentialToMap {
  readonly credentialId: string;
  readonly candidateId: string;
  /**
   * Plain JSON; of an older badge, with its BadgeClass and the profile of its issuer in it. Null when nothing in the document
   * may be relied on: of an unknown format, or malformed.
   */
  readonly credential: JsonObject | null;
  readonly verdict: StandingVerdict;
  /** Every id of the person: as the document has it, and the DIDs that are known of the candidate or were shown. */
  readonly holderIds: readonly string[];
}

/** Gathers what earlier steps found out about one credential. */
@Injectable()
export class CredentialsToMap {
  constructor(
    private readonly verdicts: CurrentVerdicts,
    private readonly documents: CredentialDocuments,
    private readonly candidates: Candidates,
  ) {}

  /**
   * The credential as it stands, and as it stays until the transaction ends.
   *
   * @returns nothing when it was not judged yet or was erased meanwhile
   */
  async hold(tx: Transaction, credentialId: string): Promise<CredentialToMap | undefined> {
    const verdict = await this.verdicts.hold(tx, credentialId);
    const document = await this.documents.find(tx, credentialId);
    const bytes = await this.documents.original(tx, credentialId);
    if (verdict === undefined || document === undefined || bytes === undefined) return undefined;
    const { dids, holders } = await this.candidates.identities(tx, document.candidateId);
    return {
      credentialId,
      candidateId: document.candidateId,
      credential: isReadable(verdict) ? await this.credentialIn(tx, credentialId, bytes) : null,
      verdict,
      holderIds: [...verdict.subjectIds, ...dids, ...holders],
    };
  }

  private async credentialIn(tx: Transaction, credentialId: string, bytes: Buffer): Promise<JsonObject | null> {
    const read = readDocument(bytes);
    if (read.kind === 'credential') return read.credential;
    return (await this.verdicts.resolved(tx, credentialId)) ?? null;
  }
}

const isReadable = ({ verdict, reasons }: StandingVerdict): boolean =>
  verdict !== 'unsupported' && !reasons.includes('malformed');
