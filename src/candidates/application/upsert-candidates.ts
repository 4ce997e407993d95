import { Injectable } from '@nestjs/common';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { DomainError } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { CandidateGone, ExternalIdsConflict } from '../domain/candidate-errors.js';
import type { CandidateCommand, ExternalId } from '../domain/candidate.js';
import { normaliseCommand } from '../domain/normalise-identities.js';
import {
  type CandidateChange,
  CandidateRepository,
  type KnownExternalId,
} from '../persistence/candidate.repository.js';
import { type HeldChange, WriteCandidates } from './write-candidates.js';

/** The person that somebody told of, or why nobody was created or changed. */
export type Upserted =
  | { readonly kind: 'written'; readonly id: string; readonly created: boolean }
  | { readonly kind: 'refused'; readonly problem: DomainError };

/** Creates the person or changes the one who has any of the external ids. Callers open the transaction. */
@Injectable()
export class UpsertCandidates {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly write: WriteCandidates,
  ) {}

  /**
   * @throws {ExternalIdsConflict} when the ids belong to two people
   * @throws {CandidateGone} when the one who had them was erased at the same moment
   */
  async run(tx: Transaction, command: CandidateCommand, actor: Principal): Promise<{ id: string; created: boolean }> {
    const [upserted] = await this.runAll(tx, [command], actor);
    if (upserted === undefined) throw new Error('a person was neither written nor refused');
    if (upserted.kind === 'refused') throw upserted.problem;
    return upserted;
  }

  /**
   * Locks all whom the commands may be about, first the external ids, then the rows, each in one order, so that two that
   * take many people never wait for each other.
   *
   * @returns for each command the names of what it touches: commands without a common one are about different people
   */
  async hold(tx: Transaction, commands: readonly CandidateCommand[]): Promise<string[][]> {
    const known = await this.known(tx, commands);
    await this.candidates.lockAll(tx, [...new Set(known.values())]);
    return commands.map(({ externalIds }) =>
      externalIds.flatMap((externalId) => {
        const key = keyOf(externalId);
        const candidateId = known.get(key);
        return candidateId === undefined ? [key] : [key, candidateId];
      }),
    );
  }

  /**
   * @param commands about different people, see `hold`
   * @returns what became of each, in their order
   */
  async runAll(tx: Transaction, commands: readonly CandidateCommand[], actor: Principal): Promise<Upserted[]> {
    const known = await this.known(tx, commands);
    const held = new Map(
      (await this.candidates.lockAll(tx, [...new Set(known.values())])).map((candidate) => [candidate.id, candidate]),
    );
    const created: CandidateChange[] = [];
    const changed: HeldChange[] = [];
    const upserted = commands.map((given): Upserted => {
      const command = normaliseCommand(given);
      const [id, second] = new Set(command.externalIds.flatMap((one) => known.get(keyOf(one)) ?? []));
      if (second !== undefined) return { kind: 'refused', problem: new ExternalIdsConflict() };
      if (id === undefined) {
        const fresh = { id: newId(), command };
        created.push(fresh);
        return { kind: 'written', id: fresh.id, created: true };
      }
      const before = held.get(id);
      if (before === undefined || before.erasedAt !== null || before.mergedInto !== null)
        return { kind: 'refused', problem: new CandidateGone(before?.mergedInto ?? null) };
      changed.push({ before, command });
      return { kind: 'written', id, created: false };
    });
    await this.write.createAll(tx, created, actor);
    await this.write.changeAll(tx, changed, actor);
    return upserted;
  }

  private async known(tx: Transaction, commands: readonly CandidateCommand[]): Promise<ReadonlyMap<string, string>> {
    const all = commands.flatMap(({ externalIds }) => externalIds);
    const known: KnownExternalId[] = await this.candidates.lockByExternalIds(tx, all);
    return new Map(known.map((one) => [keyOf(one), one.candidateId]));
  }
}

const keyOf = ({ system, id }: ExternalId): string => JSON.stringify([system, id]);
