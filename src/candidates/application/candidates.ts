import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CandidateGone, ExternalIdsConflict } from '../domain/candidate-errors.js';
import type { Candidate, CandidateCommand, CandidateIdentities, ExternalId } from '../domain/candidate.js';
import { normaliseCommand } from '../domain/normalise-identities.js';
import { ApplicationRepository, type ApplicationRow } from '../persistence/application.repository.js';
import { CandidateHolderRepository } from '../persistence/candidate-holder.repository.js';
import { CandidateRepository } from '../persistence/candidate.repository.js';
import { WriteCandidates } from './write-candidates.js';

/** More than any DID of a person has, and as much as an index takes. */
const LONGEST_HOLDER = 2_048;

/** Changing and finding people. Callers open the transaction, so that a person and their credentials are one. */
@Injectable()
export class Candidates {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly applications: ApplicationRepository,
    private readonly write: WriteCandidates,
    private readonly holders: CandidateHolderRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The person who has any of the external ids, if there is one. Until the transaction ends nobody else creates or
   * changes a person under them.
   *
   * @throws {ExternalIdsConflict} when the ids belong to two people
   */
  async knownAs(tx: Transaction, externalIds: readonly ExternalId[]): Promise<string | undefined> {
    const [id, second] = await this.everyoneKnownAs(tx, externalIds);
    if (second !== undefined) throw new ExternalIdsConflict();
    return id;
  }

  applicationsOf(tx: Transaction, id: string): Promise<ApplicationRow[]> {
    return this.applications.of(tx, id);
  }

  /** Gives the applications for a job of an HR system its present title. */
  retitleJob(tx: Transaction, system: string, jobId: string, title: string): Promise<void> {
    return this.applications.retitleJob(tx, system, jobId, title);
  }

  /** Everyone who has any of the external ids, under the same lock as `knownAs`. */
  async everyoneKnownAs(tx: Transaction, externalIds: readonly ExternalId[]): Promise<readonly string[]> {
    const known = await this.candidates.lockByExternalIds(tx, externalIds);
    return [...new Set(known.map(({ candidateId }) => candidateId))];
  }

  /** Changes a person; absent fields stay. Tells when the ways to recognise their credentials changed. */
  async change(tx: Transaction, id: string, given: CandidateCommand, actor: Principal): Promise<Candidate> {
    // External ids before rows, as everyone who has to find a person first does, so that nobody waits in a circle.
    const known = await this.everyoneKnownAs(tx, given.externalIds);
    const before = await this.present(tx, id, 'for-update');
    if (known.some((other) => other !== id)) throw new ExternalIdsConflict();
    await this.write.changeAll(tx, [{ before, command: normaliseCommand(given) }], actor);
    return this.present(tx, id);
  }

  /** @throws {NotFound} and {CandidateGone} for people who were erased or merged */
  async present(tx: Transaction, id: string, lock: 'for-update' | 'no-lock' = 'no-lock'): Promise<Candidate> {
    const candidate = await this.candidates.find(tx, id, lock);
    if (candidate === undefined) throw new NotFound('candidate');
    if (candidate.erasedAt !== null || candidate.mergedInto !== null) throw new CandidateGone(candidate.mergedInto);
    return candidate;
  }

  /** By what a credential can be recognised as this person's; nothing for people who were erased. */
  async identities(tx: Transaction, id: string): Promise<CandidateIdentities> {
    return (await this.identitiesOf(tx, [id])).get(id) ?? { emails: [], dids: [], holders: [] };
  }

  /** The same of several, by their ids. */
  async identitiesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, CandidateIdentities>> {
    const rows = await this.candidates.identities(tx, ids);
    return new Map(rows.map(({ id, ...identities }) => [id, identities]));
  }

  /** Keeps that the person showed to hold a key or DID, and tells it when that is new. Longer names are not kept. */
  async showHolder(tx: Transaction, id: string, holder: string): Promise<void> {
    if (Buffer.byteLength(holder) > LONGEST_HOLDER || !(await this.holders.add(tx, id, holder, this.clock.now())))
      return;
    await this.outbox.publish(tx, { topic: 'candidate.identified', payload: { candidateId: id } });
    const detail = { holder };
    await this.audit.record(tx, {
      actor: 'system',
      action: 'candidate.holder-shown',
      targetType: 'candidate',
      targetId: id,
      detail,
    });
  }
}
