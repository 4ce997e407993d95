import { Injectable } from '@nestjs/common';
import { Candidates, UpsertCandidates } from '../../candidates/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Connection } from '../domain/connection.js';
import type { AssessmentRequest } from '../domain/reading/assessment-requests.js';
import { apiUrlOf } from '../domain/vendor-hosts.js';
import { Assessments } from './assessments.js';
import { connectionAsActor } from './connection-as-actor.js';

/** Starts an assessment for a person who may be new. What is known of a known person stays as it is. */
@Injectable()
export class StartAssessment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly upserts: UpsertCandidates,
    private readonly assessments: Assessments,
  ) {}

  /** @returns id of the assessment @throws {NotFound}, {NotPublished}, {CallbackNotOfVendor} */
  run(connection: Connection, request: AssessmentRequest, baseUrl: string): Promise<string> {
    const { person, testId, callbackUrl, externalRef } = request;
    return this.unitOfWork.run(connection.organizationId, async (tx) => {
      const known = await this.candidates.knownAs(tx, person.externalIds);
      const actor = connectionAsActor(connection);
      const candidateId = known ?? (await this.upserts.run(tx, { ...person, applications: [] }, actor)).id;
      return this.assessments.start(tx, connection, {
        roleProfileId: testId,
        candidateId,
        callbackUrl: callbackUrl ?? `${apiUrlOf(connection.system, connection.settings.apiUrl)}/assessment.update`,
        ...(externalRef !== undefined && { externalRef }),
        baseUrl,
        callbackPointer: '/url',
      });
    });
  }
}
