import { listAt } from '../reading/fields.js';
import { readTeamtailor } from '../reading/teamtailor.js';
import { valueAt } from '../signature/place.js';
import type { ListChanged } from './list-changed.js';
import { pathWithin, readEntries } from './read-entries.js';

const PER_PAGE = 30;

/**
 * People, then applications of Teamtailor (JSON:API), filtered by `updated-at`; a page names the address of the next. Source:
 * Teamtailor's API documentation, "Candidates" and "Job applications".
 */
export const changedInTeamtailor: ListChanged = async ({ ask }, { since, cursor, now, apiUrl }) => {
  const filter = `filter[updated-at][from]=${since.toISOString()}&page[size]=${PER_PAGE}`;
  const path = cursor ?? `/v1/candidates?${filter}`;
  const isPeople = path.startsWith('/v1/candidates?');
  const answer = await ask(path);
  const read = readEntries(listAt(answer, '/data'), (data) =>
    readTeamtailor({
      body: { payload: { event_name: isPeople ? 'candidate.update' : 'job_application.update', data } },
      header: () => undefined,
      receivedAt: now,
      sentAt: undefined,
    }),
  );
  const next =
    pathWithin(apiUrl, valueAt(answer, '/links/next')) ??
    (isPeople ? `/v1/job-applications?include=candidate,job&${filter}` : undefined);
  return { ...read, ...(next !== undefined && { next }) };
};
