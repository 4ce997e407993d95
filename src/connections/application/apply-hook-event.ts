import { Injectable } from '@nestjs/common';
import { type CandidateCommand, Candidates, RemoveCandidate } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import { TakeInCandidate } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import { type Aspect, watermarkSubject } from '../domain/watermark-subject.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import type { HookEvent } from './read-hook-event.js';

type KnownEvent = Extract<HookEvent, { kind: 'known' }>;

const PERSONAL = ['name', 'emails', 'dids'] as const satisfies readonly Aspect[];

/**
 * Acts on an event of an HR system. Events come in any order: what is older than what is known changes nothing, while
 * documents and applications that were not known yet are always taken.
 */
@Injectable()
export class ApplyHookEvent {
  constructor(
    private readonly candidates: Candidates,
    private readonly removal: RemoveCandidate,
    private readonly takeIn: TakeInCandidate,
    private readonly watermarks: WatermarkRepository,
  ) {}

  /** @throws {ExternalIdsConflict} when the external ids belong to two people */
  run(tx: Transaction, event: KnownEvent, actor: Principal): Promise<HookOutcome> {
    return event.type === 'candidate.erased' ? this.erase(tx, event, actor) : this.change(tx, event, actor);
  }

  private async change(
    tx: Transaction,
    { occurredAt, submission }: KnownEvent,
    actor: Principal,
  ): Promise<HookOutcome> {
    const { command } = submission;
    const said = PERSONAL.filter((field) => command[field] !== undefined);
    const known = await this.watermarks.hold(tx, subjects(command, ['any', 'erasure', ...said]), occurredAt);
    if (isAny(known.notOlder, command, 'erasure')) return { status: 'ignored', reason: 'candidate-erased' };
    const overtaken = isAny(known.newer, command, 'any');
    // Newer things were told of a person who is not there any more: somebody here removed them since.
    if (overtaken && (await this.candidates.knownAs(tx, command.externalIds)) === undefined) {
      return { status: 'ignored', reason: 'older-than-known' };
    }
    const old = said.filter((field) => isAny(known.newer, command, field));
    const current = { ...submission, command: without(command, old) };
    const { candidateId, credentials } = await this.takeIn.run(tx, current, { source: 'webhook', actor });
    await this.watermarks.raise(tx, subjects(command, ['any', ...said]), occurredAt);
    return { status: 'accepted', candidateId, credentials };
  }

  private async erase(
    tx: Transaction,
    { occurredAt, submission: { command } }: KnownEvent,
    actor: Principal,
  ): Promise<HookOutcome> {
    const known = await this.watermarks.hold(tx, subjects(command, ['any', 'erasure']), occurredAt);
    if (isAny(known.newer, command, 'any')) return { status: 'ignored', reason: 'older-than-known' };
    const id = await this.candidates.knownAs(tx, command.externalIds);
    if (id !== undefined) await this.removal.erase(tx, id, actor);
    await this.watermarks.raise(tx, subjects(command, ['any', 'erasure']), occurredAt);
    return { status: 'accepted', candidateId: id ?? null, credentials: [] };
  }
}

const subjects = ({ externalIds }: CandidateCommand, aspects: readonly Aspect[]): Buffer[] =>
  aspects.flatMap((aspect) => externalIds.map((externalId) => watermarkSubject(aspect, externalId)));

const isAny = (known: ReadonlySet<string>, command: CandidateCommand, aspect: Aspect): boolean =>
  subjects(command, [aspect]).some((subject) => known.has(subject.toString('hex')));

const without = (command: CandidateCommand, fields: readonly (typeof PERSONAL)[number][]): CandidateCommand =>
  Object.fromEntries(
    Object.entries(command).filter(([key]) => !(fields as readonly string[]).includes(key)),
  ) as unknown as CandidateCommand;
