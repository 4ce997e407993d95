import { Gathering, type Outcome, type Transaction, type UnitOfWork } from '../database/index.js';
import { AlreadySettled } from './already-settled.js';
import type { GroupEffect, OutboxMessage } from './event-handler.js';

interface Ready<I> {
  readonly message: OutboxMessage;
  readonly item: I;
}

type Commits = Gathering<Ready<unknown>, void>;

const LIMITS = { most: 50, atOnce: 2 };

/**
 * Settles messages whose work is done in groups: one transaction for all that became ready while the one before ran. A
 * message is settled and takes effect in the same transaction, alone or in a group, so it takes effect once.
 */
export class GroupCommit {
  private readonly commits = new Map<GroupEffect<never>, Commits>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  commit<I>(message: OutboxMessage, effect: GroupEffect<I>, item: I): Promise<void> {
    return this.commitsOf(effect).add({ message, item });
  }

  private commitsOf<I>(effect: GroupEffect<I>): Commits {
    const known = this.commits.get(effect);
    if (known) return known;
    const made: Commits = new Gathering((ready) => this.settleAll(effect, ready as readonly Ready<I>[]), LIMITS);
    this.commits.set(effect, made);
    return made;
  }

  private async settleAll<I>(effect: GroupEffect<I>, ready: readonly Ready<I>[]): Promise<Outcome<void>[]> {
    const outcomes = new Map<Ready<I>, Outcome<void>>();
    for (const group of byOrganization(ready))
      for (const [one, outcome] of await this.settle(effect, group)) outcomes.set(one, outcome);
    return ready.map((one) => outcomes.get(one) ?? failed(new AlreadySettled()));
  }

  private async settle<I>(
    effect: GroupEffect<I>,
    group: readonly Ready<I>[],
  ): Promise<(readonly [Ready<I>, Outcome<void>])[]> {
    try {
      const settled = await this.inOneTransaction(effect, group);
      return group.map((one) => [one, settled.has(one) ? done : failed(new AlreadySettled())]);
    } catch (error) {
      const [only, ...others] = group;
      if (only && others.length === 0) return [[only, failed(error)]];
      // One that cannot be stored must not keep the others from it.
      const alone = [];
      for (const one of group) alone.push(...(await this.settle(effect, [one])));
      return alone;
    }
  }

  private async inOneTransaction<I>(
    effect: GroupEffect<I>,
    group: readonly Ready<I>[],
  ): Promise<ReadonlySet<Ready<I>>> {
    return this.unitOfWork.run(group[0]?.message.organizationId ?? '', async (tx) => {
      const ids = await takeOff(
        tx,
        group.map(({ message }) => message.id),
      );
      // The same message twice in a group takes effect for the first.
      const settled = new Set(group.filter(({ message }) => ids.delete(message.id)));
      if (settled.size > 0)
        await effect(
          tx,
          [...settled].map(({ item }) => item),
        );
      return settled;
    });
  }
}

/** @returns the messages that were still owed */
async function takeOff(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  // Locked in one order by everyone, so that two groups with the same messages never wait for each other.
  const rows = await tx.query<{ id: string }>(
    `WITH owed AS MATERIALIZED (SELECT id FROM outbox WHERE organization_id = $1 AND id = ANY ($2::uuid[])
       ORDER BY id FOR UPDATE)
     DELETE FROM outbox o USING owed WHERE o.organization_id = $1 AND o.id = owed.id RETURNING o.id`,
    [tx.organizationId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

function byOrganization<I>(ready: readonly Ready<I>[]): Ready<I>[][] {
  const groups = new Map<string, Ready<I>[]>();
  for (const one of ready) {
    const group = groups.get(one.message.organizationId) ?? [];
    group.push(one);
    groups.set(one.message.organizationId, group);
  }
  return [...groups.values()];
}

const done: Outcome<void> = { ok: true, result: undefined };

function failed(error: unknown): Outcome<void> {
  return { ok: false, error };
}
