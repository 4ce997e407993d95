import type { IntakeApplication, IntakeEvent, IntakeEventType, IntakePerson, ReadPayload } from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import { type Fields, fieldsAt, idOf, lookUp, present, requiredId } from './fields.js';

const SYSTEM = 'lever';

const EVENTS: Readonly<Record<string, IntakeEventType>> = {
  applicationCreated: 'application.created',
  candidateStageChange: 'application.stage_changed',
  candidateHired: 'application.hired',
  candidateArchiveChange: 'application.updated',
  candidateDeleted: 'candidate.erased',
};

/**
 * Payloads of Lever: `{event, triggeredAt, data}` with ids only. A contact is the person, an opportunity one application;
 * `candidateId` is the older name of an opportunity's person and stands in where there is no contact.
 */
export const readLever: ReadPayload = ({ body, receivedAt, sentAt }) => {
  const name = typeof body.event === 'string' ? body.event : '';
  if (/^(test|ping)$/i.test(name)) return { kind: 'ping' };
  const type = lookUp(EVENTS, name);
  if (type === undefined) return { kind: 'unknown', type: name };
  return { kind: 'event', event: eventOf(type, body, sentAt ?? receivedAt) };
};

function eventOf(type: IntakeEventType, body: Fields, occurredAt: Date): IntakeEvent {
  const opportunityId = idOf(valueAt(body, '/data/opportunityId'));
  const person = personOf(body);
  const bare = { type, occurredAt, person, attachments: [], documents: [] };
  if (type === 'candidate.erased') return { ...bare, applications: [] };
  return {
    ...bare,
    applications: [applicationOf(type, body)],
    ...(opportunityId !== undefined && { hydrate: { opportunityId } }),
  };
}

function personOf(body: Fields): IntakePerson {
  const id = requiredId(body, '/data/contactId', '/data/candidateId');
  return { externalIds: [{ system: SYSTEM, id }] };
}

function applicationOf(type: IntakeEventType, body: Fields): IntakeApplication {
  const data = fieldsAt(body, '/data');
  const isArchived = type === 'application.updated' && idOf(valueAt(data, '/toArchived/reason')) !== undefined;
  return present({
    system: SYSTEM,
    externalId: requiredId(body, '/data/opportunityId', '/data/candidateId'),
    jobId: idOf(data.posting) ?? null,
    status:
      type === 'application.hired' ? ('hired' as const) : isArchived ? ('rejected' as const) : ('active' as const),
  });
}
