import type { IntakeApplication, IntakeAttachment, IntakeExternalId } from '../intake-event.js';
import {
  emailsOf,
  type Fields,
  fieldsAt,
  idOf,
  instantOf,
  listAt,
  nameOf,
  present,
  stageOf,
  titleOf,
} from '../reading/fields.js';
import { findDocuments } from '../reading/find-documents.js';
import { valueAt } from '../signature/place.js';
import {
  type AskJson,
  credentialsIn,
  type FetchFromVendor,
  type Hydrated,
  type VendorFile,
} from './fetch-from-vendor.js';

const SYSTEM = 'lever';
const MOST_PAGES = 10;

/**
 * An opportunity of Lever and its applications. Sources: Lever's page for developers, "Opportunities" and "Applications";
 * lists go on with `offset` while `hasNext` is true.
 */
export const fetchFromLever: FetchFromVendor = async ({ opportunityId = '' }, event, { ask, file }) => {
  const path = `/opportunities/${encodeURIComponent(opportunityId)}`;
  const answer = await ask(`${path}?expand=stage`);
  if (answer === undefined) return undefined;
  const parts = opportunityParts(fieldsAt(answer, '/data'), await everyPage(`${path}/applications`, ask), {
    opportunityId,
    externalIds: event.person?.externalIds ?? [],
    status: event.applications[0]?.status,
    occurredAt: event.occurredAt,
  });
  const files = (await everyPage(`${path}/files`, ask)).flatMap((entry) => fileOf(path, entry));
  return {
    ...parts,
    attachments: [...parts.attachments, ...files.map(({ attachment }) => attachment)],
    documents: [...parts.documents, ...(await credentialsIn(files, file))],
  };
};

/** Source: Lever's page for developers, "Files". */
function fileOf(path: string, entry: unknown): VendorFile[] {
  const id = idOf(valueAt(entry, '/id'));
  const fileName = titleOf(valueAt(entry, '/name'));
  if (id === undefined || fileName === undefined) return [];
  return [
    {
      attachment: { kind: 'other', fileName, url: null },
      path: `${path}/files/${encodeURIComponent(id)}/download`,
    },
  ];
}

/** What is known of an opportunity from elsewhere. */
interface KnownOpportunity {
  readonly opportunityId: string;
  readonly externalIds: readonly IntakeExternalId[];
  readonly status: IntakeApplication['status'] | undefined;
  readonly occurredAt: Date;
}

/** An opportunity as Lever's interface gives it, with its applications. */
export function opportunityParts(
  opportunity: Fields,
  applications: readonly unknown[],
  { opportunityId, externalIds, status, occurredAt }: KnownOpportunity,
): Hydrated {
  const [application] = applications;
  const emails = emailsOf([...listAt(opportunity, '/emails'), ...applications.map((one) => valueAt(one, '/email'))]);
  const state: IntakeApplication = present({
    system: SYSTEM,
    externalId: opportunityId,
    jobId: idOf(valueAt(application, '/posting')) ?? idOf(valueAt(application, '/posting/id')) ?? null,
    requisitionId: idOf(valueAt(application, '/requisitionForHire/requisitionCode')),
    jobTitle: titleOf(valueAt(application, '/posting/text')),
    status,
    stage: stageOf(valueAt(opportunity, '/stage/text')),
    appliedAt: instantOf(valueAt(application, '/createdAt'), occurredAt),
  });
  return {
    person: present({
      externalIds,
      name: nameOf(opportunity.name) ?? nameOf(valueAt(application, '/name')),
      emails: emails.length === 0 ? undefined : emails,
    }),
    applications: [state],
    attachments: applications.flatMap(filesOf),
    documents: findDocuments({ links: listAt(opportunity, '/links'), customFields: applications.flatMap(answersOf) }),
  };
}

/** An answer may also be the one application itself. */
async function everyPage(path: string, ask: AskJson): Promise<unknown[]> {
  const found: unknown[] = [];
  let offset: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(offset === undefined ? path : `${path}?offset=${encodeURIComponent(offset)}`);
    const data = valueAt(answer, '/data');
    if (data === undefined) break;
    found.push(...(Array.isArray(data) ? (data as unknown[]) : [data]));
    const next = valueAt(answer, '/next');
    if (valueAt(answer, '/hasNext') !== true || typeof next !== 'string') break;
    offset = next;
  }
  return found;
}

const questionsOf = (application: unknown): unknown[] =>
  listAt(application, '/customQuestions').flatMap((form) => listAt(form, '/fields'));

/** Files can be fetched with the token only, so they are named and not taken. */
const filesOf = (application: unknown): IntakeAttachment[] =>
  questionsOf(application).flatMap((field) => {
    const fileName = titleOf(valueAt(field, '/value/name'));
    return valueAt(field, '/type') === 'file-upload' && fileName !== undefined
      ? [{ kind: 'other' as const, fileName, url: null }]
      : [];
  });

const answersOf = (application: unknown): { name: string; value: unknown }[] =>
  questionsOf(application).map((field) => ({
    name: titleOf(valueAt(field, '/text')) ?? '',
    value: valueAt(field, '/value'),
  }));
