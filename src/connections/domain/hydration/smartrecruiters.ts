import type { IntakeApplication } from '../intake-event.js';
import { emailsOf, fieldsAt, listAt, lookUp, nameOf, present, stageOf, titleOf } from '../reading/fields.js';
import { findDocuments } from '../reading/find-documents.js';
import { valueAt } from '../signature/place.js';
import type { FetchFromVendor } from './fetch-from-vendor.js';

const SYSTEM = 'smartrecruiters';

const STATUSES: Readonly<Record<string, IntakeApplication['status']>> = {
  LEAD: 'active',
  NEW: 'active',
  IN_REVIEW: 'active',
  INTERVIEW: 'active',
  OFFERED: 'active',
  HIRED: 'hired',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

/** A candidate of SmartRecruiters, their application and the names of their files. Source: its "Candidate API". */
export const fetchFromSmartRecruiters: FetchFromVendor = async ({ candidateId = '', jobId }, event, get) => {
  const path = `/candidates/${encodeURIComponent(candidateId)}`;
  const answer = await get(path);
  if (answer === undefined) return undefined;
  const candidate = fieldsAt({ answer }, '/answer');
  const emails = emailsOf([candidate.email]);
  const application = jobId === undefined ? undefined : await get(`${path}/jobs/${encodeURIComponent(jobId)}`);
  const files = listAt(await get(`${path}/attachments`), '/content');
  const state: IntakeApplication[] =
    jobId === undefined
      ? []
      : [
          present({
            system: SYSTEM,
            externalId: null,
            jobId,
            status: lookUp(STATUSES, valueAt(application, '/status')),
            stage: stageOf(valueAt(application, '/subStatus')) ?? stageOf(valueAt(application, '/status')),
          }),
        ];
  const web = fieldsAt(candidate, '/web');
  return {
    person: present({
      externalIds: event.person?.externalIds ?? [],
      name: nameOf(candidate.firstName, candidate.lastName),
      emails: emails.length === 0 ? undefined : emails,
    }),
    applications: state,
    attachments: files.map((file) => ({
      kind: valueAt(file, '/type') === 'RESUME' ? ('resume' as const) : ('other' as const),
      fileName: titleOf(valueAt(file, '/name')) ?? null,
      url: null,
    })),
    documents: findDocuments({ links: Object.values(web) }),
  };
};
