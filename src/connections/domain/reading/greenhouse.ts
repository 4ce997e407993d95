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
import { type CustomField, findDocuments } from './find-documents.js';

const SYSTEM = 'greenhouse';
/** Ids that the organization gave the person itself; they may look like those of the system. */
const EXTERNAL_SYSTEM = 'greenhouse-external';

const APPLICATION_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  new_candidate_application: 'application.created',
  new_prospect_application: 'application.created',
  candidate_stage_change: 'application.stage_changed',
  hire_candidate: 'application.hired',
  unhire_candidate: 'application.unhired',
  reject_candidate: 'application.rejected',
  unreject_candidate: 'application.unrejected',
  application_updated: 'application.updated',
};
const JOB_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  job_created: 'job.created',
  job_updated: 'job.updated',
  job_approved: 'job.updated',
  job_deleted: 'job.deleted',
};
/** What an event itself says of the status, where the payload has none. */
const STATUS_OF: Readonly<Partial<Record<IntakeEventType, IntakeApplication['status']>>> = {
  'application.hired': 'hired',
  'application.rejected': 'rejected',
  'application.unhired': 'active',
  'application.unrejected': 'active',
};

/** Payloads of Greenhouse web hooks: `{action, payload}`. Source: its page for developers "Webhooks". */
export const readGreenhouse: ReadPayload = ({ body, receivedAt }) => {
  const action = typeof body.action === 'string' ? body.action : '';
  if (action === 'ping') return { kind: 'ping' };
  const event = eventOf(action, body, receivedAt);
  return event === undefined ? { kind: 'unknown', type: action } : { kind: 'event', event };
};

function eventOf(action: string, body: Fields, receivedAt: Date): IntakeEvent | undefined {
  const application = lookUp(APPLICATION_EVENTS, action);
  if (application !== undefined) return applicationEvent(application, body, receivedAt);
  const job = lookUp(JOB_EVENTS, action);
  if (job !== undefined) return jobEvent(job, body, receivedAt);
  const bare = { occurredAt: receivedAt, applications: [], attachments: [], documents: [] };
  switch (action) {
    case 'update_candidate':
    case 'candidate_created':
      return { ...bare, ...candidateParts(body, '/payload/candidate'), type: 'candidate.updated' };
    case 'merge_candidate': {
      const mergedInto = { system: SYSTEM, id: requiredId(body, '/payload/person/new_candidate_id') };
      return { ...bare, type: 'candidate.merged', person: personAt(body, '/payload/person'), mergedInto };
    }
    case 'delete_candidate':
      return { ...bare, type: 'candidate.erased', person: onlyId(requiredId(body, '/payload/person/id')) };
    case 'candidate_anonymized': {
      const anonymizedFields = listAt(body, '/payload/anonymized_fields').filter((name) => typeof name === 'string');
      const person = onlyId(requiredId(body, '/payload/candidate_id'));
      return { ...bare, type: 'candidate.anonymized', person, anonymizedFields };
    }
    case 'delete_application':
      return { ...bare, ...deletedApplication(body), type: 'application.deleted' };
    default:
      return undefined;
  }
}

function applicationEvent(type: IntakeEventType, body: Fields, receivedAt: Date): IntakeEvent {
  const application = fieldsAt(body, '/payload/application');
  const parts = candidateParts(body, '/payload/application/candidate', customFieldsOf(application));
  return {
    ...parts,
    type,
    occurredAt: instantOf(application.last_activity_at, receivedAt) ?? receivedAt,
    applications: [applicationOf(type, body, application, receivedAt)],
  };
}

function applicationOf(type: IntakeEventType, body: Fields, application: Fields, receivedAt: Date): IntakeApplication {
  const job = jobOf(application);
  return present({
    system: SYSTEM,
    externalId: requiredId(body, '/payload/application/id'),
    jobId: idOf(job.id) ?? null,
    requisitionId: idOf(job.requisition_id),
    jobTitle: titleOf(job.name),
    status: STATUS_OF[type] ?? statusOf(application.status),
    stage: stageOf(valueAt(application, '/current_stage/name')),
    appliedAt: instantOf(application.applied_at, receivedAt),
  });
}

/** The first job; a prospect may have none, and older payloads have one outside the list. */
function jobOf(application: Fields): Fields {
  const first = fieldsAt(application, '/jobs/0');
  return first.id === undefined ? fieldsAt(application, '/job') : first;
}

function statusOf(status: unknown): IntakeApplication['status'] {
  return (['active', 'hired', 'rejected'] as const).find((known) => known === status);
}

function deletedApplication(body: Fields): Pick<IntakeEvent, 'person' | 'applications'> {
  const pointer = '/payload/application';
  const application = fieldsAt(body, pointer);
  const candidateId = idOf(application.candidate_id) ?? idOf(valueAt(application, '/candidate/id'));
  const externalId = requiredId(body, `${pointer}/id`);
  const jobId = idOf(application.job_id) ?? null;
  return {
    ...(candidateId !== undefined && { person: onlyId(candidateId) }),
    applications: [{ system: SYSTEM, externalId, jobId, status: 'withdrawn' }],
  };
}

function jobEvent(type: IntakeEventType, body: Fields, receivedAt: Date): IntakeEvent {
  const job = fieldsAt(body, '/payload/job');
  return {
    type,
    occurredAt: instantOf(job.updated_at, receivedAt) ?? receivedAt,
    job: present({
      system: SYSTEM,
      externalId: requiredId(body, '/payload/job/id', '/payload/id'),
      title: titleOf(job.name),
    }),
    applications: [],
    attachments: [],
    documents: [],
  };
}

function candidateParts(
  body: Fields,
  pointer: string,
  moreFields: readonly CustomField[] = [],
): Pick<IntakeEvent, 'person' | 'attachments' | 'documents' | 'applications'> {
  const candidate = fieldsAt(body, pointer);
  const attachments = [...listAt(candidate, '/attachments'), ...listAt(body, '/payload/application/attachments')].map(
    attachmentOf,
  );
  const links = [...listAt(candidate, '/website_addresses'), ...listAt(candidate, '/social_media_addresses')].map(
    (address) => valueAt(address, '/value'),
  );
  const customFields = [...customFieldsOf(candidate), ...moreFields];
  const documents = findDocuments({ attachments, links, customFields });
  return { person: personAt(body, pointer), attachments, documents, applications: [] };
}

function personAt(body: Fields, pointer: string): IntakePerson {
  const candidate = fieldsAt(body, pointer);
  const own = idOf(candidate.external_id);
  const addresses = candidate.email_addresses;
  return present({
    externalIds: [
      { system: SYSTEM, id: requiredId(body, `${pointer}/id`) },
      ...(own === undefined ? [] : [{ system: EXTERNAL_SYSTEM, id: own }]),
    ],
    name: nameOf(candidate.first_name, candidate.last_name),
    emails: Array.isArray(addresses) ? emailsOf(preferredFirst(addresses as unknown[])) : undefined,
  });
}

/** Addresses at work are not for answering an application. */
function preferredFirst(addresses: readonly unknown[]): unknown[] {
  const ranks = ['personal', 'other', 'work'];
  const rankOf = (address: unknown): number => {
    const rank = ranks.indexOf(String(valueAt(address, '/type')));
    return rank < 0 ? 1 : rank;
  };
  return addresses.toSorted((a, b) => rankOf(a) - rankOf(b)).map((address) => valueAt(address, '/value'));
}

function attachmentOf(attachment: unknown): IntakeAttachment {
  const { filename, url, type } = fieldsAt({ attachment }, '/attachment');
  return {
    kind: type === 'resume' || type === 'cover_letter' ? type : 'other',
    fileName: titleOf(filename) ?? null,
    url: typeof url === 'string' ? url : null,
  };
}

const customFieldsOf = (of: Fields): CustomField[] =>
  Object.entries(fieldsAt(of, '/custom_fields')).map(([key, field]) => ({
    name: `${key} ${titleOf(valueAt(field, '/name')) ?? ''}`,
    value: valueAt(field, '/value'),
  }));

const onlyId = (id: string): IntakePerson => ({ externalIds: [{ system: SYSTEM, id }] });
