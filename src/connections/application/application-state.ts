import type { CandidateCommand } from '../../candidates/index.js';
import type { IntakeApplication, IntakeEvent } from '../domain/intake-event.js';

type State = CandidateCommand['applications'][number];

/**
 * The states that an event tells of applications. Where the HR system has no id for an application, person and job are one:
 * `<person>:<job>`. What has neither is no application yet.
 */
export function applicationStates({ applications, person, occurredAt }: IntakeEvent): State[] {
  const personId = person?.externalIds[0]?.id;
  return applications.flatMap((application) => {
    const externalId = application.externalId ?? composedId(personId, application);
    if (externalId === undefined) return [];
    const { system, jobId, jobTitle, status, stage, appliedAt } = application;
    return [
      {
        system,
        externalId,
        ...(jobId !== null && { jobId }),
        ...(jobTitle !== undefined && { jobTitle }),
        ...(status !== undefined && { status }),
        ...(stage !== undefined && { stage }),
        ...(appliedAt !== undefined && { appliedAt }),
        changedAt: occurredAt,
      },
    ];
  });
}

const composedId = (personId: string | undefined, { jobId }: IntakeApplication): string | undefined =>
  personId === undefined || jobId === null ? undefined : `${personId}:${jobId}`;
