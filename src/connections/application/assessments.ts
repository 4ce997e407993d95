import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import { isUuid, newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { RoleProfiles, type RoleProfileVersion } from '../../roles/index.js';
import type { Assessment } from '../domain/assessment.js';
import { CallbackNotOfVendor } from '../domain/assessment-errors.js';
import type { Connection } from '../domain/connection.js';
import { isOfVendor } from '../domain/vendor-hosts.js';
import { AssessmentRepository, type NewAssessment } from '../persistence/assessment.repository.js';
import { connectionAsActor } from './connection-as-actor.js';

export const ASSESSMENT_DUE = 'assessment.due';
export const ASSESSMENT_ENDED = 'assessment.ended';
const FIRST_LOOK_MS = 1_000;
const MAX_TESTS = 500;

export interface WantedAssessment extends Omit<NewAssessment, 'id' | 'connectionId' | 'reportUrl' | 'externalRef'> {
  /** Absent: the assessment's own id. */
  readonly externalRef?: string;
  /** Where this service is reached, as the HR system sees it. */
  readonly baseUrl: string;
  /** Where the callback stands in what was sent. */
  readonly callbackPointer: string;
}

/** Assessments that HR systems ask for. Callers open the transaction. */
@Injectable()
export class Assessments {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly profiles: RoleProfiles,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** A test is a published role profile; the 500 newest. */
  tests(tx: Transaction): Promise<readonly RoleProfileVersion[]> {
    return this.profiles.latestVersions(tx, null, MAX_TESTS);
  }

  /**
   * Owes the score of the candidate. Asking for the same again gives the assessment that is there.
   *
   * @throws {NotFound}, {NotPublished} by the profile, {CallbackNotOfVendor}
   */
  async start(tx: Transaction, connection: Connection, wanted: WantedAssessment): Promise<string> {
    const { baseUrl, callbackPointer, externalRef, ...rest } = wanted;
    if (!isUuid(rest.roleProfileId)) throw new NotFound('role profile');
    await this.profiles.published(tx, rest.roleProfileId);
    if (!isOfVendor(connection.system, connection.settings.apiUrl, rest.callbackUrl)) {
      throw new CallbackNotOfVendor(callbackPointer);
    }
    const id = newId();
    const reportUrl = `${baseUrl}/v1/role-profiles/${rest.roleProfileId}/ranking/${rest.candidateId}`;
    const assessment = { ...rest, id, connectionId: connection.id, reportUrl, externalRef: externalRef ?? id };
    const known = await this.assessments.insertOnce(tx, assessment);
    if (known !== undefined) return known.id;
    await this.outbox.publish(tx, {
      topic: ASSESSMENT_DUE,
      payload: { assessmentId: id, quietRounds: 0 },
      delayMs: FIRST_LOOK_MS,
    });
    await this.audit.record(tx, {
      actor: connectionAsActor(connection),
      action: 'assessment.started',
      targetType: 'assessment',
      targetId: id,
      detail: { candidateId: rest.candidateId, roleProfileId: rest.roleProfileId },
    });
    return id;
  }

  /** @throws {NotFound} also for those of other connections */
  async of(tx: Transaction, { id: connectionId }: Connection, id: string): Promise<Assessment> {
    const found = isUuid(id) ? await this.assessments.find(tx, id) : undefined;
    if (found?.connectionId !== connectionId) throw new NotFound('assessment');
    return found;
  }

  /** One that has ended stays as it is. @throws {NotFound} */
  async cancel(tx: Transaction, connection: Connection, id: string): Promise<void> {
    await this.of(tx, connection, id);
    await this.assessments.end(tx, id, { state: 'cancelled', score: null, problem: null });
  }

  /** What the HR system says was wrong with an answer, for people to see. */
  async noteProblem(tx: Transaction, connection: Connection, id: string, problem: string): Promise<void> {
    const { id: known } = await this.of(tx, connection, id);
    await this.assessments.noteProblem(tx, known, problem);
  }
}
