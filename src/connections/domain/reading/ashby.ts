import type {
  IntakeApplication,
  IntakeAttachment,
  IntakeEvent,
  IntakeEventType,
  IntakePerson,
  ReadPayload,
} from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import {
  emailsOf,
  type Fields,
  fieldsAt,
  idOf,
  instantOf,
  listAt,
  lookUp,
  nameOf,
  present,
  requiredId,
  stageOf,
  titleOf,
} from './fields.js';
import { findDocuments } from './find-documents.js';

const SYSTEM = 'ashby';

const APPLICATION_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  applicationSubmit: 'application.created',
  applicationUpdate: 'application.updated',
  candidateStageChange: 'application.stage_changed',
  candidateHire: 'application.hired',
};
const JOB_EVENTS: Readonly<Record<string, IntakeEventType>> = { jobCreate: 'job.created', jobUpdate: 'job.updated' };
const STATUSES: Readonly<Record<string, IntakeApplication['status']>> = {
  active: 'active',
  lead: 'active',
  hired: 'hired',
  archived: 'rejected',
};

/** Payloads of Ashby: `{action, data, webhookActionId}`. One hire fires three events; they meet in the same application. */
export const readAshby: ReadPayload = ({ body, receivedAt }) => {
  const action = typeof body.action === 'string' ? body.action : '';
  if (action === 'ping') return { kind: 'ping' };
  const event = eventOf(action, body, receivedAt);
  return event === undefined ? { kind: 'unknown', type: action } : { kind: 'event', event };
};

function eventOf(action: string, body: Fields, receivedAt: Date): IntakeEvent | undefined {
  const type = lookUp(APPLICATION_EVENTS, action);
  if (type !== undefined) return applicationEvent(type, body, receivedAt);
  const bare = { occurredAt: receivedAt, applications: [], attachments: [], documents: [] };
  if (action === 'candidateDelete') {
    const id = requiredId(body, '/data/candidate/id', '/data/candidateId');
    return { ...bare, type: 'candidate.erased', person: { externalIds: [{ system: SYSTEM, id }] } };
  }
  if (action === 'candidateMerge') {
    const id = requiredId(body, '/data/mergedCandidate/id', '/data/mergedCandidateId');
    const into = requiredId(body, '/data/candidate/id', '/data/candidateId');
    const person = { externalIds: [{ system: SYSTEM, id }] };
    return { ...bare, type: 'candidate.merged', person, mergedInto: { system: SYSTEM, id: into } };
  }
  const job = lookUp(JOB_EVENTS, action);
  if (job === undefined) return undefined;
  const title = titleOf(valueAt(body, '/data/job/title'));
  return { ...bare, type: job, job: present({ system: SYSTEM, externalId: requiredId(body, '/data/job/id'), title }) };
}

function applicationEvent(type: IntakeEventType, body: Fields, receivedAt: Date): IntakeEvent {
  const application = fieldsAt(body, '/data/application');
  const attachments = attachmentsOf(application);
  const documents = findDocuments({
    attachments,
    links: listAt(application, '/candidate/socialLinks').map((link) => valueAt(link, '/url')),
    customFields: [...listAt(application, '/customFields'), ...listAt(application, '/candidate/customFields')].map(
      (field) => ({ name: titleOf(valueAt(field, '/title')) ?? '', value: valueAt(field, '/value') }),
    ),
  });
  const state = applicationOf(type, body, application, receivedAt);
  return {
    type,
    occurredAt: instantOf(application.updatedAt, receivedAt) ?? receivedAt,
    person: personOf(body, application),
    applications: [state],
    attachments,
    documents,
    ...needOf(type, application, state),
  };
}

/** An application is asked about where its job is not told, and a new one for the files of the candidate. */
function needOf(type: IntakeEventType, application: Fields, state: IntakeApplication): Pick<IntakeEvent, 'hydrate'> {
  if (state.jobId !== null && type !== 'application.created') return {};
  const applicationId = idOf(application.id);
  return { hydrate: present({ applicationId, candidateId: idOf(valueAt(application, '/candidate/id')) }) };
}

function personOf(body: Fields, application: Fields): IntakePerson {
  const candidate = fieldsAt(application, '/candidate');
  const primary = valueAt(candidate, '/primaryEmailAddress/value');
  const others = listAt(candidate, '/emailAddresses').map((address) => valueAt(address, '/value'));
  const emails = emailsOf([primary, ...others]);
  return present({
    externalIds: [{ system: SYSTEM, id: requiredId(body, '/data/application/candidate/id') }],
    name: nameOf(candidate.name),
    emails: emails.length === 0 ? undefined : emails,
  });
}

function applicationOf(type: IntakeEventType, body: Fields, application: Fields, receivedAt: Date): IntakeApplication {
  const status =
    typeof application.status === 'string' ? lookUp(STATUSES, application.status.toLowerCase()) : undefined;
  return present({
    system: SYSTEM,
    externalId: requiredId(body, '/data/application/id'),
    jobId: idOf(valueAt(application, '/job/id')) ?? null,
    jobTitle: titleOf(valueAt(application, '/job/title')),
    status: type === 'application.hired' ? ('hired' as const) : status,
    stage: stageOf(valueAt(application, '/currentInterviewStage/title')),
    appliedAt: instantOf(application.createdAt, receivedAt),
  });
}

/** Files have handles and mostly no addresses. */
const attachmentsOf = (application: Fields): IntakeAttachment[] =>
  listAt(application, '/candidate/fileHandles').map((file) => ({
    kind: 'other',
    fileName: titleOf(valueAt(file, '/name')) ?? null,
    url: (valueAt(file, '/url') as string | undefined) ?? null,
  }));
