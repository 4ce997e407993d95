import type {
  IntakeApplication,
  IntakeAttachment,
  IntakeEvent,
  IntakeEventType,
  IntakePerson,
  ReadPayload,
  Reading,
} from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import {
  emailsOf,
  type Fields,
  fieldsAt,
  idOf,
  instantOf,
  isFields,
  listAt,
  lookUp,
  nameOf,
  present,
  requiredId,
  stageOf,
  titleOf,
} from './fields.js';
import { type CustomField, findDocuments } from './find-documents.js';

const SYSTEM = 'teamtailor';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const EVENTS: Readonly<Record<string, IntakeEventType>> = {
  'candidate.create': 'candidate.created',
  'candidate.update': 'candidate.updated',
  'candidate.destroy': 'candidate.erased',
  'job_application.create': 'application.created',
  'job_application.update': 'application.updated',
  'job_application.destroy': 'application.deleted',
  'job.create': 'job.created',
  'job.update': 'job.updated',
  'job.destroy': 'job.deleted',
};

/**
 * Payloads of Teamtailor: those of a company, `{payload: {event_name, data}}` with `data` as JSON:API says, and those that
 * ask a partner for an assessment, `{partner-event, company}`.
 */
export const readTeamtailor: ReadPayload = (payload) => {
  const { body, receivedAt, sentAt } = payload;
  if (isFields(body['partner-event'])) {
    return { kind: 'event', event: partnerEvent(body, sentAt ?? receivedAt) };
  }
  return companyReading(body, receivedAt);
};

function companyReading(body: Fields, receivedAt: Date): Reading {
  const name = valueAt(body, '/payload/event_name');
  if (name === 'ping' || name === 'test') return { kind: 'ping' };
  const type = lookUp(EVENTS, name);
  if (type === undefined) return { kind: 'unknown', type: typeof name === 'string' ? name : '' };
  const id = requiredId(body, '/payload/data/id');
  const attributes = fieldsAt(body, '/payload/data/attributes');
  const bare = {
    type,
    occurredAt: instantOf(attributes['updated-at'], receivedAt) ?? receivedAt,
    applications: [],
    attachments: [],
    documents: [],
  };
  if (type.startsWith('job.')) {
    const job = present({ system: SYSTEM, externalId: id, title: titleOf(attributes.title) });
    return { kind: 'event', event: { ...bare, job } };
  }
  const parts = type.startsWith('candidate.')
    ? candidateParts(id, type, attributes)
    : applicationParts(body, id, attributes, receivedAt);
  return { kind: 'event', event: { ...bare, ...parts } };
}

function candidateParts(id: string, type: IntakeEventType, attributes: Fields): Partial<IntakeEvent> {
  const externalIds = [{ system: SYSTEM, id }];
  if (type === 'candidate.erased') return { person: { externalIds } };
  const emails = emailsOf([attributes.email]);
  const person = present({
    externalIds,
    name: nameOf(attributes['first-name'], attributes['last-name']),
    emails: emails.length === 0 ? undefined : emails,
  });
  const links = ['linkedin-url', 'linkedin-profile', 'website'].map((name) => attributes[name]);
  return { person, documents: findDocuments({ links, customFields: customFieldsOf(attributes) }) };
}

function applicationParts(body: Fields, id: string, attributes: Fields, receivedAt: Date): Partial<IntakeEvent> {
  const of = (what: string): string | undefined =>
    idOf(valueAt(body, `/payload/data/relationships/${what}/data/id`)) ?? idOf(attributes[`${what}-id`]);
  const candidateId = of('candidate');
  const isRejected = instantOf(attributes['rejected-at'], receivedAt) !== undefined;
  const application: IntakeApplication = present({
    system: SYSTEM,
    externalId: id,
    jobId: of('job') ?? null,
    status: isRejected ? ('rejected' as const) : undefined,
    stage: stageOf(attributes['stage-name']),
    appliedAt: instantOf(attributes['created-at'], receivedAt),
  });
  return {
    ...(candidateId !== undefined && {
      person: { externalIds: [{ system: SYSTEM, id: candidateId }] },
      hydrate: { candidateId },
    }),
    applications: [application],
  };
}

function partnerEvent(body: Fields, occurredAt: Date): IntakeEvent {
  const candidate = fieldsAt(body, '/partner-event/candidate');
  const job = fieldsAt(candidate, '/job');
  const jobId = idOf(job.id);
  const attachments = [
    ...(isFields(candidate.resume) ? [attachmentOf('resume', candidate.resume)] : []),
    ...listAt(candidate, '/uploads').map((upload) => attachmentOf('other', upload)),
  ];
  const rejected = valueAt(job, '/status/rejected') === true;
  const application: IntakeApplication = present({
    system: SYSTEM,
    externalId: null,
    jobId: jobId ?? null,
    jobTitle: titleOf(job.title),
    status: rejected ? ('rejected' as const) : undefined,
    stage: stageOf(job.stage),
  });
  return {
    type: 'assessment.requested',
    occurredAt,
    person: partnerPerson(body, candidate),
    applications: jobId === undefined ? [] : [application],
    attachments,
    documents: findDocuments({ attachments, customFields: customFieldsOf(candidate) }),
    ...assessmentOf(body),
  };
}

/** The organization types the id of a role profile into the field `test` (or `profile`) of the partner's settings. */
function assessmentOf(body: Fields): Pick<IntakeEvent, 'assessment'> {
  const data = fieldsAt(body, '/partner-event/webhook-data');
  const result = fieldsAt(body, '/partner-event/partner-result');
  const testId = [data.test, data.profile].find((id): id is string => typeof id === 'string' && UUID.test(id));
  const resultId = idOf(result.id);
  const callbackUrl = result['update-url'];
  if (testId === undefined || resultId === undefined || typeof callbackUrl !== 'string') return {};
  return { assessment: { testId, resultId, callbackUrl } };
}

function partnerPerson(body: Fields, candidate: Fields): IntakePerson {
  const uuid = idOf(candidate.uuid);
  const emails = emailsOf([candidate.email]);
  return present({
    externalIds: [
      { system: SYSTEM, id: requiredId(body, '/partner-event/candidate/id') },
      ...(uuid === undefined ? [] : [{ system: SYSTEM, id: uuid }]),
    ],
    name: nameOf(candidate['first-name'], candidate['last-name']),
    emails: emails.length === 0 ? undefined : emails,
  });
}

function attachmentOf(kind: IntakeAttachment['kind'], file: unknown): IntakeAttachment {
  const url = valueAt(file, '/url');
  return { kind, fileName: titleOf(valueAt(file, '/file-name')) ?? null, url: typeof url === 'string' ? url : null };
}

/** A list of objects with one member each, named as the field: `[{"wallet": {"value", "type"}}]`. */
const customFieldsOf = (of: Fields): CustomField[] =>
  listAt(of, '/custom-fields').flatMap((field) =>
    isFields(field) ? Object.entries(field).map(([name, inner]) => ({ name, value: valueAt(inner, '/value') })) : [],
  );
