import type { IntakeApplication, IntakeEvent, IntakeEventType, ReadPayload } from '../intake-event.js';
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

const SYSTEM = 'workable';

const EVENTS: Readonly<Record<string, IntakeEventType>> = {
  candidate_created: 'candidate.created',
  candidate_moved: 'application.stage_changed',
};

/**
 * Payloads of Workable: `{event_type, id, fired_at, resource_type, data}`, with the candidate as it is when the delivery is
 * sent. A person and a job make an application: there is no id of its own.
 */
export const readWorkable: ReadPayload = ({ body, receivedAt }) => {
  const name = typeof body.event_type === 'string' ? body.event_type : '';
  if (name === 'ping' || name === 'test') return { kind: 'ping' };
  const type = lookUp(EVENTS, name);
  if (type === undefined) return { kind: 'unknown', type: name };
  return { kind: 'event', event: eventOf(type, body, receivedAt) };
};

function eventOf(type: IntakeEventType, body: Fields, receivedAt: Date): IntakeEvent {
  // The interface of the vendor wraps the candidate once more; deliveries do not.
  const pointer = valueAt(body, '/data/candidate') === undefined ? '/data' : '/data/candidate';
  const candidate = fieldsAt(body, pointer);
  const id = requiredId(body, `${pointer}/id`);
  const emails = emailsOf([candidate.email]);
  const resume = typeof candidate.resume_url === 'string' ? candidate.resume_url : undefined;
  return {
    type,
    occurredAt: instantOf(candidate.updated_at, receivedAt) ?? instantOf(body.fired_at, receivedAt) ?? receivedAt,
    person: present({
      externalIds: [{ system: SYSTEM, id }],
      name: nameOf(candidate.name) ?? nameOf(candidate.firstname, candidate.lastname),
      emails: emails.length === 0 ? undefined : emails,
    }),
    applications: applicationsOf(candidate, receivedAt),
    attachments: resume === undefined ? [] : [{ kind: 'resume', fileName: null, url: resume }],
    documents: findDocuments({
      links: listAt(candidate, '/social_profiles').map((profile) => valueAt(profile, '/url')),
      customFields: listAt(candidate, '/answers').map((answer) => ({
        name: titleOf(valueAt(answer, '/question/body')) ?? '',
        value: valueAt(answer, '/answer/body') ?? valueAt(answer, '/answer/url'),
      })),
    }),
  };
}

function applicationsOf(candidate: Fields, receivedAt: Date): IntakeApplication[] {
  const job = fieldsAt(candidate, '/job');
  const jobId = idOf(job.shortcode);
  if (jobId === undefined) return [];
  const status = candidate.disqualified === true ? ('rejected' as const) : ('active' as const);
  return [
    present({
      system: SYSTEM,
      externalId: null,
      jobId,
      jobTitle: titleOf(job.title),
      status: candidate.stage === 'Hired' ? ('hired' as const) : status,
      stage: stageOf(candidate.stage),
      appliedAt: instantOf(candidate.created_at, receivedAt),
    }),
  ];
}
