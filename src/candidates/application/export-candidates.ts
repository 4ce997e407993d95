import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Candidate } from '../domain/candidate.js';
import { CandidateRepository } from '../persistence/candidate.repository.js';
import { type CompetencyHeld, HoldingRepository } from '../persistence/holding.repository.js';

const CANDIDATES_AT_ONCE = 500;

/** A competency with the candidate whose it is. */
export type ExportedHolding = CompetencyHeld & { readonly candidateId: string };

/** Everybody, in parts that are read when they are asked for. */
@Injectable()
export class ExportCandidates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
    private readonly holdings: HoldingRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Notes who takes what away. */
  async note(actor: Principal, what: 'candidates' | 'holdings'): Promise<void> {
    await this.unitOfWork.run(actor.organizationId, (tx) =>
      this.audit.record(tx, {
        actor,
        action: `${what}.exported`,
        targetType: 'organization',
        targetId: actor.organizationId,
      }),
    );
  }

  async *everyone(organizationId: string): AsyncGenerator<Candidate[]> {
    for (let after = 0; ;) {
      const part = await this.unitOfWork.run(organizationId, (tx) =>
        this.candidates.list(tx, {}, after, CANDIDATES_AT_ONCE),
      );
      if (part.length === 0) return;
      yield part;
      after = part.at(-1)?.ordinal ?? after;
    }
  }

  async *allHoldings(organizationId: string): AsyncGenerator<ExportedHolding[]> {
    for await (const people of this.everyone(organizationId)) {
      const ids = people.map(({ id }) => id);
      yield await this.unitOfWork.run(organizationId, (tx) => this.holdings.ofCandidates(tx, ids));
    }
  }
}
