import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { CurrentVerdictRepository, type StandingVerdict } from '../persistence/current-verdict.repository.js';

/** The verdicts that count now, for the rooms above. */
@Injectable()
export class CurrentVerdicts {
  constructor(private readonly verdicts: CurrentVerdictRepository) {}

  /**
   * The verdict, which stays as it is until the transaction ends: whoever derives something from it for the same
   * credential waits.
   *
   * @returns nothing for a credential that was not judged yet or that is gone
   */
  async hold(tx: Transaction, credentialId: string): Promise<StandingVerdict | undefined> {
    // The lock comes first and apart: a joined read that waits for it would still see the rows of before.
    await this.verdicts.lock(tx, credentialId);
    return this.verdicts.find(tx, credentialId);
  }

  /**
   * The credential with the documents that it leads to written out in it, as last verified: what a badge of the generations
   * before 3.0 says stands in its BadgeClass.
   *
   * @returns nothing where the text of the credential says it all
   */
  resolved(tx: Transaction, credentialId: string): Promise<Record<string, unknown> | undefined> {
    return this.verdicts.resolved(tx, credentialId);
  }

  /**
   * Ids of judged credentials in ascending order, to be read in portions.
   *
   * @param of only those whose issuer this is; null for all
   * @param after the last id of the portion before
   */
  ids(tx: Transaction, of: { issuerId: string | null; after: string | null; limit: number }): Promise<string[]> {
    return this.verdicts.judgedIds(tx, of.issuerId, of.after, of.limit);
  }
}
