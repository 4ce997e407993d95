import { Injectable } from '@nestjs/common';
import { Candidates, RemoveCandidate, UpsertCandidates } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import { isAmong, subjectsOf } from './person-watermarks.js';

/** Two records of an HR system turned out to be one person. From then on both ids mean that person, whichever comes first. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly candidates: Candidates,
    private readonly upserts: UpsertCandidates,
    private readonly removal: RemoveCandidate,
    private readonly watermarks: WatermarkRepository,
  ) {}

  async merge(tx: Transaction, event: IntakeEvent, actor: Principal): Promise<HookOutcome> {
    const { person, mergedInto, occurredAt } = event;
    if (person === undefined || mergedInto === undefined) throw new Error('a merge names both records');
    const externalIds = [...person.externalIds, mergedInto];
    const known = await this.watermarks.hold(tx, subjectsOf(externalIds, ['any', 'erasure']), occurredAt);
    if (isAmong(known.notOlder, externalIds, 'erasure')) return { status: 'ignored', reason: 'candidate-erased' };
    const candidateId = await this.unite(tx, event, externalIds, actor);
    await this.watermarks.raise(tx, subjectsOf(externalIds, ['any']), occurredAt);
    return { status: 'accepted', candidateId, credentials: [] };
  }

  private async unite(
    tx: Transaction,
    { person, mergedInto }: IntakeEvent,
    externalIds: NonNullable<IntakeEvent['person']>['externalIds'],
    actor: Principal,
  ): Promise<string> {
    const everyone = await this.candidates.everyoneKnownAs(tx, externalIds);
    const into = mergedInto === undefined ? undefined : await this.candidates.knownAs(tx, [mergedInto]);
    const remaining = into ?? everyone[0];
    if (remaining === undefined) {
      const command = { externalIds, ...(person?.name !== undefined && { name: person.name }), applications: [] };
      return (await this.upserts.run(tx, command, actor)).id;
    }
    for (const id of everyone) if (id !== remaining) await this.removal.merge(tx, id, remaining, actor);
    await this.candidates.change(tx, remaining, { externalIds, applications: [] }, actor);
    return remaining;
  }
}
