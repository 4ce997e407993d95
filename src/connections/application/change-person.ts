import { Injectable } from '@nestjs/common';
import { type CandidateCommand, Candidates } from '../../candidates/index.js';
import type { Principal } from '../../identity/index.js';
import { TakeInCandidate } from '../../intake/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { HookOutcome } from '../domain/hook-outcome.js';
import type { IntakeEvent } from '../domain/intake-event.js';
import { watermarkSubject } from '../domain/watermark-subject.js';
import { WatermarkRepository } from '../persistence/watermark.repository.js';
import { applicationStates } from './application-state.js';
import { isAmong, PERSONAL, subjectsOf } from './person-watermarks.js';

type State = CandidateCommand['applications'][number];

const NOBODY: HookOutcome = { status: 'accepted', candidateId: null, credentials: [] };

/** What an event says of a person, their documents and their applications. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly candidates: Candidates,
    private readonly takeIn: TakeInCandidate,
    private readonly watermarks: WatermarkRepository,
  ) {}

  async change(tx: Transaction, event: IntakeEvent, actor: Principal): Promise<HookOutcome> {
    const { person, occurredAt, documents } = event;
    if (person === undefined) return NOBODY;
    const { externalIds } = person;
    const states = applicationStates(event);
    const said = PERSONAL.filter((field) => person[field] !== undefined);
    const subjects = [...subjectsOf(externalIds, ['any', 'erasure', ...said]), ...states.map(deletionOf)];
    const known = await this.watermarks.hold(tx, subjects, occurredAt);
    if (isAmong(known.notOlder, externalIds, 'erasure')) return { status: 'ignored', reason: 'candidate-erased' };
    const overtaken = isAmong(known.newer, externalIds, 'any');
    // Newer things were told of a person who is not there any more: somebody here removed them since.
    if (overtaken && (await this.candidates.knownAs(tx, externalIds)) === undefined) {
      return { status: 'ignored', reason: 'older-than-known' };
    }
    const isCurrent = (field: (typeof PERSONAL)[number]): boolean => !isAmong(known.newer, externalIds, field);
    const command: CandidateCommand = {
      externalIds,
      ...(person.name !== undefined && isCurrent('name') && { name: person.name }),
      ...(person.emails !== undefined && isCurrent('emails') && { emails: person.emails }),
      ...(person.dids !== undefined && isCurrent('dids') && { dids: person.dids }),
      applications: states.filter((state) => !known.notOlder.has(deletionOf(state).toString('hex'))),
    };
    const { candidateId, credentials } = await this.takeIn.run(
      tx,
      { command, documents },
      { source: 'webhook', actor },
    );
    await this.watermarks.raise(tx, subjectsOf(externalIds, ['any', ...said]), occurredAt);
    return { status: 'accepted', candidateId, credentials };
  }

  /** An application that the HR system deleted. Nobody comes to be known by it, and older news do not bring it back. */
  async withdraw(tx: Transaction, event: IntakeEvent, actor: Principal): Promise<HookOutcome> {
    const states = applicationStates(event);
    const subjects = states.map(deletionOf);
    await this.watermarks.hold(tx, subjects, event.occurredAt);
    await this.watermarks.raise(tx, subjects, event.occurredAt);
    const externalIds = event.person?.externalIds ?? [];
    const id = externalIds.length === 0 ? undefined : await this.candidates.knownAs(tx, externalIds);
    if (id === undefined) return NOBODY;
    await this.candidates.change(tx, id, { externalIds, applications: states }, actor);
    return { status: 'accepted', candidateId: id, credentials: [] };
  }
}

const deletionOf = ({ system, externalId }: State): Buffer =>
  watermarkSubject('deleted-application', { system, id: externalId });
