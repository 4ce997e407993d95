import type { ReadPayload } from '../intake-event.js';
import { valueAt } from '../signature/place.js';
import { emailsOf, fieldsAt, idOf, instantOf, nameOf, present, requiredId, titleOf } from './fields.js';

const SYSTEM = 'indeed-apply';

/** Applications by Indeed Apply: `{id, applicant, job, appliedOnMillis}`. The applicant has no id, so the application's serves. */
export const readIndeedApply: ReadPayload = ({ body, receivedAt }) => {
  const id = requiredId(body, '/id');
  const applicant = fieldsAt(body, '/applicant');
  const occurredAt = instantOf(body.appliedOnMillis, receivedAt) ?? receivedAt;
  const jobId = idOf(valueAt(body, '/job/jobId')) ?? idOf(valueAt(body, '/job/jobKey')) ?? null;
  const jobTitle = titleOf(valueAt(body, '/job/jobTitle'));
  const event = {
    type: 'application.created' as const,
    occurredAt,
    person: present({
      externalIds: [{ system: SYSTEM, id }],
      name: nameOf(applicant.fullName) ?? nameOf(applicant.firstName, applicant.lastName),
      emails: emailsOf([applicant.email]),
    }),
    applications: [present({ system: SYSTEM, externalId: id, jobId, jobTitle, appliedAt: occurredAt })],
    attachments: [],
    documents: [],
  };
  return { kind: 'event', event };
};
