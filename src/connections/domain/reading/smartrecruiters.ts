import type { IntakeApplication, IntakeEvent, IntakeEventType, ReadPayload } from '../intake-event.js';
import { type Fields, idOf, lookUp, present, requiredId } from './fields.js';

const SYSTEM = 'smartrecruiters';

const APPLICATION_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  'application.created': 'application.created',
  'application.updated': 'application.updated',
  'application.status.updated': 'application.updated',
};
const JOB_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  'job.created': 'job.created',
  'job.updated': 'job.updated',
  'job.status.updated': 'job.updated',
};

/** Payloads of SmartRecruiters: the header `event-name` says what happened, the body which person and job by their ids. */
export const readSmartRecruiters: ReadPayload = ({ body, header, receivedAt, sentAt }) => {
  const name = header('event-name') ?? '';
  const occurredAt = sentAt ?? receivedAt;
  const bare = { occurredAt, applications: [], attachments: [], documents: [] };
  const job = lookUp(JOB_EVENTS, name);
  if (job !== undefined) {
    const externalId = requiredId(body, '/job_id', '/id');
    return { kind: 'event', event: { ...bare, type: job, job: { system: SYSTEM, externalId } } };
  }
  const type = lookUp(APPLICATION_EVENTS, name);
  if (type === undefined) return { kind: 'unknown', type: name };
  return { kind: 'event', event: { ...bare, ...applicationParts(body), type } };
};

function applicationParts(body: Fields): Pick<IntakeEvent, 'person' | 'applications' | 'hydrate'> {
  const candidateId = requiredId(body, '/candidate_id', '/candidateId');
  const jobId = idOf(body.job_id) ?? idOf(body.jobId);
  const application: IntakeApplication = { system: SYSTEM, externalId: null, jobId: jobId ?? null };
  return {
    person: { externalIds: [{ system: SYSTEM, id: candidateId }] },
    applications: jobId === undefined ? [] : [application],
    hydrate: present({ candidateId, jobId }),
  };
}
