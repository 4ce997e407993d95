import type { IntakeApplication } from '../intake-event.js';
import { emailsOf, fieldsAt, idOf, listAt, lookUp, nameOf, present, stageOf, titleOf } from '../reading/fields.js';
import { findDocuments } from '../reading/find-documents.js';
import { valueAt } from '../signature/place.js';
import { credentialsIn, type FetchFromVendor, type VendorFile } from './fetch-from-vendor.js';

const SYSTEM = 'smartrecruiters';

export const SMARTRECRUITERS_STATUSES: Readonly<Record<string, IntakeApplication['status']>> = {
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
export const fetchFromSmartRecruiters: FetchFromVendor = async ({ candidateId = '', jobId }, event, { ask, file }) => {
  const path = `/candidates/${encodeURIComponent(candidateId)}`;
  const answer = await ask(path);
  if (answer === undefined) return undefined;
  const candidate = fieldsAt({ answer }, '/answer');
  const emails = emailsOf([candidate.email]);
  const application = jobId === undefined ? undefined : await ask(`${path}/jobs/${encodeURIComponent(jobId)}`);
  const files = listAt(await ask(`${path}/attachments`), '/content').map((entry) => fileOf(path, entry));
  const state: IntakeApplication[] =
    jobId === undefined
      ? []
      : [
          present({
            system: SYSTEM,
            externalId: null,
            jobId,
            status: lookUp(SMARTRECRUITERS_STATUSES, valueAt(application, '/status')),
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
    attachments: files.map(({ attachment }) => attachment),
    documents: [...findDocuments({ links: Object.values(web) }), ...(await credentialsIn(files, file))],
  };
};

/** The file is at the path of its id, whatever address the entry names. */
const fileOf = (path: string, entry: unknown): VendorFile => ({
  attachment: {
    kind: valueAt(entry, '/type') === 'RESUME' ? 'resume' : 'other',
    fileName: titleOf(valueAt(entry, '/name')) ?? null,
    url: null,
  },
  path: `${path}/attachments/${encodeURIComponent(idOf(valueAt(entry, '/id')) ?? '')}`,
});
