import type { IntakeEvent } from '../intake-event.js';
import { fieldsAt, idOf, instantOf, present, requiredId, stageOf } from '../reading/fields.js';
import { readGreenhouse } from '../reading/greenhouse.js';
import type { ListChanged } from './list-changed.js';
import { pathWithin, readEntries } from './read-entries.js';

const SYSTEM = 'greenhouse';
const PER_PAGE = 100;
const STATUSES = ['active', 'hired', 'rejected'] as const;

/**
 * People, then applications of Greenhouse's Harvest interface version 3, filtered by `updated_at`; the header `Link` names the
 * next page, whose cursor holds the filter. Source: its documentation, "List endpoints" and "Pagination".
 */
export const changedInGreenhouse: ListChanged = async ({ page }, { since, cursor, now, apiUrl }) => {
  const filter = `updated_at=${encodeURIComponent(`gte|${since.toISOString()}`)}&per_page=${PER_PAGE}`;
  const path = cursor ?? `/candidates?${filter}`;
  const isPeople = path.startsWith('/candidates?');
  const { body, nextUrl } = await page(path);
  const read = readEntries(Array.isArray(body) ? (body as unknown[]) : [], (entry) =>
    isPeople ? personChanged(entry, now) : applicationChanged(entry, now),
  );
  const next = pathWithin(apiUrl, nextUrl) ?? (isPeople ? `/applications?${filter}` : undefined);
  return { ...read, ...(next !== undefined && { next }) };
};

/** People have the form that they have in deliveries. */
function personChanged(candidate: unknown, now: Date): ReturnType<typeof readGreenhouse> {
  const updatedAt = instantOf(fieldsAt({ candidate }, '/candidate').updated_at, now) ?? now;
  return readGreenhouse({
    body: { action: 'update_candidate', payload: { candidate } },
    header: () => undefined,
    receivedAt: updatedAt,
    sentAt: undefined,
  });
}

/** Applications name their person and their job by id only. */
function applicationChanged(entry: unknown, now: Date): IntakeEvent {
  const application = fieldsAt({ entry }, '/entry');
  return {
    type: 'application.updated',
    occurredAt: instantOf(application.updated_at, now) ?? now,
    person: { externalIds: [{ system: SYSTEM, id: requiredId(application, '/candidate_id') }] },
    applications: [
      present({
        system: SYSTEM,
        externalId: requiredId(application, '/id'),
        jobId: idOf(application.job_id) ?? null,
        status: STATUSES.find((known) => known === application.status),
        stage: stageOf(application.stage_name),
        appliedAt: instantOf(application.applied_at ?? application.created_at, now),
      }),
    ],
    attachments: [],
    documents: [],
  };
}
