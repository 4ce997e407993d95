import type { IntakeApplication, IntakeEvent, IntakeEventType, ReadPayload } from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import {
  emailsOf,
  type Fields,
  fieldsAt,
  idOf,
  instantOf,
  lookUp,
  nameOf,
  present,
  requiredId,
  stageOf,
  titleOf,
} from './fields.js';

const SYSTEM = 'huntflow';

const APPLICANT_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  ADD: 'candidate.created',
  EDIT: 'candidate.updated',
  'VACANCY-ADD': 'application.created',
  STATUS: 'application.stage_changed',
  COMMENT: 'application.commented',
  DELETE: 'candidate.erased',
  REMOVED: 'candidate.erased',
};
const VACANCY_EVENTS: Readonly<Record<string, IntakeEventType>> = {
  CREATED: 'job.created',
  ADD: 'job.created',
  EDIT: 'job.updated',
  OPEN: 'job.updated',
  CLOSE: 'job.updated',
  HOLD: 'job.updated',
  RESUME: 'job.updated',
  REMOVE: 'job.deleted',
};

/**
 * Payloads of Huntflow: `{event: {type, applicant, vacancy, status, rejection_reason, created}, ...}`. Birthdays and photos
 * that come along are not looked at. A person and a vacancy make an application: there is no id of its own.
 */
export const readHuntflow: ReadPayload = ({ body, header, receivedAt }) => {
  const kind = header('x-huntflow-event') ?? '';
  if (kind === 'PING' || valueAt(body, '/event/type') === 'PING') return { kind: 'ping' };
  const type = valueAt(body, '/event/type');
  const isAboutPerson = valueAt(body, '/event/applicant') !== undefined;
  const known = lookUp(isAboutPerson ? APPLICANT_EVENTS : VACANCY_EVENTS, type);
  if (known === undefined) return { kind: 'unknown', type: `${kind} ${typeof type === 'string' ? type : ''}`.trim() };
  const occurredAt = instantOf(valueAt(body, '/event/created'), receivedAt) ?? receivedAt;
  const bare = { type: known, occurredAt, applications: [], attachments: [], documents: [] };
  return { kind: 'event', event: { ...bare, ...(isAboutPerson ? personParts(known, body) : { job: jobOf(body) }) } };
};

function personParts(type: IntakeEventType, body: Fields): Pick<IntakeEvent, 'person' | 'applications'> {
  const applicant = fieldsAt(body, '/event/applicant');
  const externalIds = [{ system: SYSTEM, id: requiredId(body, '/event/applicant/id') }];
  if (type === 'candidate.erased') return { person: { externalIds }, applications: [] };
  const emails = emailsOf([applicant.email]);
  return {
    person: present({
      externalIds,
      name: nameOf(applicant.first_name, applicant.last_name),
      emails: emails.length === 0 ? undefined : emails,
    }),
    applications: applicationsOf(body),
  };
}

function applicationsOf(body: Fields): IntakeApplication[] {
  const vacancy = fieldsAt(body, '/event/vacancy');
  const jobId = idOf(vacancy.id);
  if (jobId === undefined) return [];
  const hasReason = idOf(valueAt(body, '/event/rejection_reason/id')) !== undefined;
  const stage = stageOf(valueAt(body, '/event/status/name'));
  return [
    present({
      system: SYSTEM,
      externalId: null,
      jobId,
      jobTitle: titleOf(vacancy.position),
      status: hasReason ? ('rejected' as const) : undefined,
      stage,
    }),
  ];
}

const jobOf = (body: Fields): NonNullable<IntakeEvent['job']> =>
  present({
    system: SYSTEM,
    externalId: requiredId(body, '/event/vacancy/id'),
    title: titleOf(valueAt(body, '/event/vacancy/position')),
  });
