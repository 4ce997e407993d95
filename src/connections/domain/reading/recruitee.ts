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

const SYSTEM = 'recruitee';

const EVENTS: Readonly<Record<string, IntakeEventType>> = {
  candidate_created: 'candidate.created',
  candidate_updated: 'candidate.updated',
  candidate_assigned: 'application.created',
  candidate_moved: 'application.stage_changed',
  candidate_deleted: 'candidate.erased',
};

/**
 * Payloads of Recruitee: `{id, attempt_count, created_at, event_type, event_subtype, payload}`, and `{"test": true}`. A
 * person and an offer make an application: there is no id of its own.
 */
export const readRecruitee: ReadPayload = ({ body, receivedAt }) => {
  if (body.test === true) return { kind: 'ping' };
  const name = typeof body.event_type === 'string' ? body.event_type : '';
  const type = lookUp(EVENTS, name);
  if (type === undefined) return { kind: 'unknown', type: name };
  return { kind: 'event', event: eventOf(type, body, receivedAt) };
};

function eventOf(type: IntakeEventType, body: Fields, receivedAt: Date): IntakeEvent {
  const candidate = fieldsAt(body, '/payload/candidate');
  const externalIds = [{ system: SYSTEM, id: requiredId(body, '/payload/candidate/id') }];
  const occurredAt =
    instantOf(body.created_at, receivedAt) ?? instantOf(candidate.updated_at, receivedAt) ?? receivedAt;
  const bare = { type, occurredAt, attachments: [], documents: [] };
  if (type === 'candidate.erased') return { ...bare, person: { externalIds }, applications: [] };
  const links = [...listAt(candidate, '/links'), ...listAt(candidate, '/social_links')];
  const customFields = listAt(candidate, '/fields').map((field) => ({
    name: titleOf(valueAt(field, '/name') ?? valueAt(field, '/kind')) ?? '',
    value: listAt(field, '/values').map((value) => valueAt(value, '/text') ?? valueAt(value, '/url')),
  }));
  return {
    ...bare,
    person: present({
      externalIds,
      name: nameOf(candidate.name),
      emails: Array.isArray(candidate.emails) ? emailsOf(candidate.emails as unknown[]) : undefined,
    }),
    applications: applicationsOf(body, receivedAt),
    documents: findDocuments({ links, customFields }),
  };
}

function applicationsOf(body: Fields, receivedAt: Date): IntakeApplication[] {
  const several = listAt(body, '/payload/offers');
  const offers = several.length > 0 ? several : [fieldsAt(body, '/payload/offer')];
  const appliedAt = instantOf(valueAt(body, '/payload/candidate/created_at'), receivedAt);
  const stage = stageOf(valueAt(body, '/payload/details/to_stage/name'));
  return offers.slice(0, MAX_OFFERS).flatMap((offer) => {
    const jobId = idOf(valueAt(offer, '/id'));
    const jobTitle = titleOf(valueAt(offer, '/title'));
    return jobId === undefined
      ? []
      : [present({ system: SYSTEM, externalId: null, jobId, jobTitle, stage, appliedAt })];
  });
}

const MAX_OFFERS = 50;
