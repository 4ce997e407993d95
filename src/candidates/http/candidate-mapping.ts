import type { ApplicationState, Candidate, CandidateCommand } from '../domain/candidate.js';
import type { CandidateAnswerDto } from './candidate-answer.dto.js';
import type { ApplicationDto, ChangeCandidateDto } from './candidate.dto.js';

/**
 * @param at when what is said is true; for requests the present, for deliveries the time the HR system gives
 */
export function toCandidateCommand(dto: ChangeCandidateDto, at: Date): CandidateCommand {
  const externalIds = (dto.externalIds ?? []).map(({ system, id }) => ({ system, id }));
  return {
    externalIds,
    ...(dto.name === undefined ? {} : { name: dto.name }),
    // In a merge patch null clears; a list that is cleared is empty.
    ...(dto.emails === undefined ? {} : { emails: dto.emails ?? [] }),
    ...(dto.dids === undefined ? {} : { dids: dto.dids ?? [] }),
    applications: (dto.applications ?? []).map((application) =>
      toApplicationState(application, externalIds[0]?.system ?? 'api', at),
    ),
  };
}

function toApplicationState(dto: ApplicationDto, defaultSystem: string, at: Date): ApplicationState {
  const { externalId, jobId, system, jobTitle, status, stage, appliedAt } = dto;
  return {
    externalId,
    jobId,
    system: system ?? defaultSystem,
    ...(jobTitle && { jobTitle }),
    ...(status && { status }),
    ...(stage && { stage }),
    ...(appliedAt && { appliedAt: new Date(appliedAt) }),
    changedAt: at,
  };
}

/** The candidate as the API answers it. */
export const presentCandidate = (c: Candidate): CandidateAnswerDto => ({
  id: c.id,
  externalIds: [...c.externalIds],
  name: c.name,
  emails: [...c.emails],
  dids: [...c.dids],
  createdAt: c.createdAt,
  updatedAt: c.updatedAt,
});
