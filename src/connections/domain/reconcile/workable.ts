import { listAt } from '../reading/fields.js';
import { readWorkable } from '../reading/workable.js';
import { valueAt } from '../signature/place.js';
import type { ListChanged } from './list-changed.js';
import { pathWithin, readEntries } from './read-entries.js';

const PER_PAGE = 100;

/** `GET /candidates?updated_after=` of Workable's interface version 3; a page names the address of the next. */
export const changedInWorkable: ListChanged = async ({ ask }, { since, cursor, now, apiUrl }) => {
  const answer = await ask(cursor ?? `/candidates?updated_after=${since.toISOString()}&limit=${PER_PAGE}`);
  const read = readEntries(listAt(answer, '/candidates'), (candidate) =>
    readWorkable({
      body: { event_type: 'candidate_moved', data: candidate },
      header: () => undefined,
      receivedAt: now,
      sentAt: undefined,
    }),
  );
  const next = pathWithin(apiUrl, valueAt(answer, '/paging/next'));
  return { ...read, ...(next !== undefined && { next }) };
};
