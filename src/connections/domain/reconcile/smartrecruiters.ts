import {
  emailsOf,
  fieldsAt,
  idOf,
  instantOf,
  listAt,
  lookUp,
  nameOf,
  present,
  requiredId,
  titleOf,
} from '../reading/fields.js';
import { SMARTRECRUITERS_STATUSES } from '../hydration/smartrecruiters.js';
import { valueAt } from '../signature/place.js';
import type { ListChanged } from './list-changed.js';
import { readEntries } from './read-entries.js';

const SYSTEM = 'smartrecruiters';
const PER_PAGE = 100;

/** `GET /candidates?updatedAfter=` of SmartRecruiters, with the assignment that counts most of each. Source: its "Candidate API". */
export const changedInSmartRecruiters: ListChanged = async ({ ask }, { since, cursor, now }) => {
  const page = cursor === undefined ? '' : `&pageId=${encodeURIComponent(cursor)}`;
  const answer = await ask(`/candidates?updatedAfter=${since.toISOString()}&limit=${PER_PAGE}${page}`);
  const read = readEntries(listAt(answer, '/content'), (entry) => {
    const candidate = fieldsAt({ entry }, '/entry');
    const emails = emailsOf([candidate.email]);
    const assignment = fieldsAt(candidate, '/primaryAssignment');
    const jobId = idOf(valueAt(assignment, '/job/id'));
    const application = present({
      system: SYSTEM,
      externalId: null,
      jobId: jobId ?? null,
      jobTitle: titleOf(valueAt(assignment, '/job/title')),
      status: lookUp(SMARTRECRUITERS_STATUSES, assignment.status),
    });
    return {
      type: 'candidate.updated',
      occurredAt: instantOf(candidate.updatedOn, now) ?? now,
      person: present({
        externalIds: [{ system: SYSTEM, id: requiredId(candidate, '/id') }],
        name: nameOf(candidate.firstName, candidate.lastName),
        emails: emails.length === 0 ? undefined : emails,
      }),
      applications: jobId === undefined ? [] : [application],
      attachments: [],
      documents: [],
    };
  });
  const next = valueAt(answer, '/nextPageId');
  return { ...read, ...(typeof next === 'string' && next !== '' && { next }) };
};
