import type { IntakeApplication, IntakeAttachment } from '../intake-event.js';
import { emailsOf, fieldsAt, idOf, instantOf, listAt, nameOf, present, stageOf, titleOf } from '../reading/fields.js';
import { findDocuments } from '../reading/find-documents.js';
import { valueAt } from '../signature/place.js';
import type { FetchFromVendor, GetJson } from './fetch-from-vendor.js';

const SYSTEM = 'lever';
const MOST_PAGES = 10;

/**
 * An opportunity of Lever and its applications. Sources: Lever's page for developers, "Opportunities" and "Applications";
 * lists go on with `offset` while `hasNext` is true.
 */
export const fetchFromLever: FetchFromVendor = async ({ opportunityId = '' }, event, get) => {
  const path = `/opportunities/${encodeURIComponent(opportunityId)}`;
  const answer = await get(`${path}?expand=stage`);
  if (answer === undefined) return undefined;
  const opportunity = fieldsAt(answer, '/data');
  const applications = await everyPage(`${path}/applications`, get);
  const [application] = applications;
  const emails = emailsOf([...listAt(opportunity, '/emails'), ...applications.map((one) => valueAt(one, '/email'))]);
  const state: IntakeApplication = present({
    system: SYSTEM,
    externalId: opportunityId,
    jobId: idOf(valueAt(application, '/posting')) ?? idOf(valueAt(application, '/posting/id')) ?? null,
    requisitionId: idOf(valueAt(application, '/requisitionForHire/requisitionCode')),
    jobTitle: titleOf(valueAt(application, '/posting/text')),
    status: event.applications[0]?.status,
    stage: stageOf(valueAt(opportunity, '/stage/text')),
    appliedAt: instantOf(valueAt(application, '/createdAt'), event.occurredAt),
  });
  const attachments = applications.flatMap(filesOf);
  return {
    person: present({
      externalIds: event.person?.externalIds ?? [],
      name: nameOf(opportunity.name) ?? nameOf(valueAt(application, '/name')),
      emails: emails.length === 0 ? undefined : emails,
    }),
    applications: [state],
    attachments,
    documents: findDocuments({ links: listAt(opportunity, '/links'), customFields: applications.flatMap(answersOf) }),
  };
};

/** An answer may also be the one application itself. */
async function everyPage(path: string, get: GetJson): Promise<unknown[]> {
  const found: unknown[] = [];
  let offset: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await get(offset === undefined ? path : `${path}?offset=${encodeURIComponent(offset)}`);
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
