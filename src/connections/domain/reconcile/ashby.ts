import { instantOf, listAt } from '../reading/fields.js';
import { readAshby } from '../reading/ashby.js';
import { valueAt } from '../signature/place.js';
import type { ListChanged } from './list-changed.js';
import { readEntries } from './read-entries.js';

const PER_PAGE = 100;

/**
 * `application.list` of Ashby goes through all applications; those that did not change since are left out here. Its entries
 * have the form of the applications in deliveries. Source: Ashby's page "Pagination and Incremental Synchronization".
 */
export const changedInAshby: ListChanged = async ({ ask }, { since, cursor, now }) => {
  const answer = await ask('/application.list', { limit: PER_PAGE, ...(cursor !== undefined && { cursor }) });
  const changed = listAt(answer, '/results').filter((entry) => {
    const at = instantOf(valueAt(entry, '/updatedAt'), now);
    return at === undefined || at >= since;
  });
  const read = readEntries(changed, (application) =>
    readAshby({
      body: { action: 'applicationUpdate', data: { application } },
      header: () => undefined,
      receivedAt: now,
      sentAt: undefined,
    }),
  );
  const next = valueAt(answer, '/nextCursor');
  const goesOn = valueAt(answer, '/moreDataAvailable') === true && typeof next === 'string';
  return { ...read, ...(goesOn && { next }) };
};
