import { opportunityParts } from '../hydration/lever.js';
import { fieldsAt, instantOf, listAt, requiredId } from '../reading/fields.js';
import { valueAt } from '../signature/place.js';
import type { ListChanged } from './list-changed.js';
import { readEntries } from './read-entries.js';

const PER_PAGE = 50;

/**
 * `GET /opportunities?updated_at_start=` of Lever, milliseconds since 1970. Source: Lever's page for developers, "Opportunities".
 * Why one is archived is an id of the organization's own, so an archived one has no status here.
 */
export const changedInLever: ListChanged = async ({ ask }, { since, cursor, now }) => {
  const offset = cursor === undefined ? '' : `&offset=${encodeURIComponent(cursor)}`;
  const filter = `updated_at_start=${since.getTime()}&limit=${PER_PAGE}`;
  const answer = await ask(`/opportunities?${filter}&expand=stage&expand=applications${offset}`);
  const read = readEntries(listAt(answer, '/data'), (entry) => {
    const opportunity = fieldsAt({ entry }, '/entry');
    const isArchived = instantOf(valueAt(opportunity, '/archived/archivedAt'), now) !== undefined;
    const occurredAt = instantOf(opportunity.updatedAt, now) ?? now;
    const parts = opportunityParts(opportunity, listAt(opportunity, '/applications'), {
      opportunityId: requiredId(opportunity, '/id'),
      externalIds: [{ system: 'lever', id: requiredId(opportunity, '/contact', '/contact/id') }],
      status: isArchived ? undefined : 'active',
      occurredAt,
    });
    return { ...parts, type: 'application.updated', occurredAt };
  });
  const next = valueAt(answer, '/next');
  const goesOn = valueAt(answer, '/hasNext') === true && typeof next === 'string';
  return { ...read, ...(goesOn && { next }) };
};
