import { readTeamtailor } from '../reading/teamtailor.js';
import { valueAt } from '../signature/place.js';
import type { FetchFromVendor } from './fetch-from-vendor.js';

/** A candidate of Teamtailor, of whom events about applications have the id only. Source: its API documentation, "Candidates". */
export const fetchFromTeamtailor: FetchFromVendor = async ({ candidateId = '' }, event, { ask }) => {
  const answer = await ask(`/v1/candidates/${encodeURIComponent(candidateId)}`);
  if (answer === undefined) return undefined;
  const read = readTeamtailor({
    body: { payload: { event_name: 'candidate.update', data: valueAt(answer, '/data') } },
    header: () => undefined,
    receivedAt: event.occurredAt,
    sentAt: undefined,
  });
  if (read.kind !== 'event') return undefined;
  const { person, documents, attachments } = read.event;
  return {
    ...(person !== undefined && {
      person: { ...person, externalIds: event.person?.externalIds ?? person.externalIds },
    }),
    applications: event.applications,
    attachments,
    documents,
  };
};
