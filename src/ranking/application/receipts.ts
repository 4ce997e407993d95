import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Principal } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { type Transaction, UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { firstDifference } from '../domain/receipt/first-difference.js';
import { MOST_SEALED, type Receipt, type Replay } from '../domain/receipt/receipt.js';
import { inputHashes, RECEIPT_INPUTS, type ReceiptInputs, sealOf, sha256 } from '../domain/receipt/receipt-inputs.js';
import { type SealedRow, sealedRows, sealedText } from '../domain/receipt/sealed-row.js';
import { FrameworkRepository } from '../persistence/framework.repository.js';
import { PoolDetails } from '../persistence/pool-details.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';
import { type RankingGround, RankingGrounds } from './ranking-ground.js';
import { ReadingSnapshot } from './reading-snapshot.js';

const compressed = promisify(gzip);
const decompressed = promisify(gunzip);

class PoolTooLarge extends Invalid {
  constructor() {
    super('pool-too-large', `A receipt seals at most ${MOST_SEALED} candidates. Seal the ranking of a job.`);
  }
}

interface Worked {
  readonly ground: RankingGround;
  readonly rows: readonly SealedRow[];
  readonly inputs: ReceiptInputs;
  readonly text: string;
}

/** Rankings sealed with all that they were worked out from, and worked out again to see whether they still are. */
@Injectable()
export class Receipts {
  constructor(
    private readonly snapshot: ReadingSnapshot,
    private readonly unitOfWork: UnitOfWork,
    private readonly grounds: RankingGrounds,
    private readonly frameworks: FrameworkRepository,
    private readonly pools: PoolDetails,
    private readonly receipts: ReceiptRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws {NotFound} @throws {NotPublished} @throws {PoolTooLarge} */
  async seal(
    actor: Principal,
    roleProfileId: string,
    pool: { readonly job?: string | undefined; readonly asOf?: Date | undefined },
  ): Promise<Receipt> {
    const { organizationId } = actor;
    const sealedAt = this.clock.now();
    const { job } = pool;
    const { ground, rows, inputs, text } = await this.snapshot.run(organizationId, async (tx) =>
      this.work(tx, await this.grounds.lay(tx, roleProfileId, pool.asOf ?? sealedAt), job),
    );
    const list = sha256(text);
    const content = { roleProfileId, job: job ?? null, inputs, list };
    const receipt: Receipt = {
      id: newId(),
      ...content,
      basis: ground.basis,
      sequence: ground.sequence,
      candidates: rows.length,
      seal: sealOf(content),
      sealedBy: actor.id,
      sealedAt,
    };
    const bytes = await compressed(text);
    await this.unitOfWork.run(organizationId, async (tx) => {
      await this.receipts.insert(tx, receipt, bytes);
      const detail = { receiptId: receipt.id, seal: receipt.seal, profileVersion: ground.basis.profileVersion };
      const target = { targetType: 'role-profile', targetId: roleProfileId };
      await this.audit.record(tx, { actor, action: 'ranking.sealed', ...target, detail });
    });
    return receipt;
  }

  /** Works the ranking out again from what is there now, by the versions and the clock of the receipt. @throws {NotFound} */
  replay(organizationId: string, id: string): Promise<Replay> {
    return this.snapshot.run(organizationId, async (tx) => {
      const { receipt, text, rows } = await this.open(tx, id);
      const { roleProfileId, basis, job } = receipt;
      const ground = await this.grounds.lay(tx, roleProfileId, basis.asOf, basis.profileVersion, basis.policyVersion);
      const now = await this.work(tx, ground, job ?? undefined);
      const inputs = RECEIPT_INPUTS.map((input) => ({
        input,
        sealed: receipt.inputs[input],
        now: now.inputs[input],
        same: receipt.inputs[input] === now.inputs[input],
      }));
      const sealIntact = sha256(text) === receipt.list && sealOf(receipt) === receipt.seal;
      const sameList = sha256(now.text) === receipt.list;
      const firstDifferentInput = inputs.find(({ same }) => !same)?.input ?? null;
      return {
        identical: sealIntact && sameList && firstDifferentInput === null,
        sealIntact,
        inputs,
        sameList,
        firstDifferentInput,
        firstDifference: firstDifference(rows, now.rows, ground.profile.requirements),
      };
    });
  }

  /** @throws {NotFound} */
  async present(tx: Transaction, id: string): Promise<Receipt> {
    const receipt = await this.receipts.find(tx, id);
    if (receipt === undefined) throw new NotFound('receipt');
    return receipt;
  }

  /** The list as it was sealed. @throws {NotFound} */
  async open(tx: Transaction, id: string): Promise<{ receipt: Receipt; text: string; rows: readonly SealedRow[] }> {
    const receipt = await this.present(tx, id);
    const bytes = await this.receipts.rows(tx, id);
    if (bytes === undefined) throw new NotFound('receipt');
    const text = (await decompressed(bytes)).toString();
    return { receipt, text, rows: sealedRows(text) };
  }

  /** Newest first. @param before id of the last receipt of the page before */
  list(tx: Transaction, roleProfileId: string, before: string | null, limit: number): Promise<readonly Receipt[]> {
    return this.receipts.list(tx, roleProfileId, before, limit);
  }

  private async work(tx: Transaction, ground: RankingGround, job: string | undefined): Promise<Worked> {
    const { profile, policy, basis } = ground;
    const { asOf, frameworkVersions } = basis;
    if (await this.pools.isLargerThan(tx, MOST_SEALED, job)) throw new PoolTooLarge();
    const rows = await this.pools.of(tx, { profile, policy, asOf, job });
    const competencyIds = profile.requirements.map(({ competencyId }) => competencyId);
    const relations = await this.frameworks.edgesAround(tx, competencyIds, policy.relations);
    const inputs = inputHashes({ asOf, profile, policy, frameworkVersions, relations, rows });
    return { ground, rows, inputs, text: sealedText(rows) };
  }
}
