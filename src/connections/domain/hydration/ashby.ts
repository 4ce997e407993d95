import type { IntakeAttachment, IntakeEvent } from '../intake-event.js';
import { readAshby } from '../reading/ashby.js';
import { fieldsAt, idOf, listAt, titleOf } from '../reading/fields.js';
import { findDocuments, mayHoldCredential } from '../reading/find-documents.js';
import { valueAt } from '../signature/place.js';
import { type AskJson, type FetchFromVendor, MOST_FILES } from './fetch-from-vendor.js';

/**
 * What deliveries of Ashby may leave out: the job of an application, and the addresses of a candidate's files, which live
 * shortly. Source: Ashby's reference, `application.info`, `candidate.info`, `file.info`.
 */
export const fetchFromAshby: FetchFromVendor = async ({ applicationId, candidateId }, event, { ask }) => {
  const application = await ask('/application.info', { applicationId });
  if (valueAt(application, '/success') !== true) return undefined;
  const read = readAshby({
    body: { action: 'applicationUpdate', data: { application: fieldsAt(application, '/results') } },
    header: () => undefined,
    receivedAt: event.occurredAt,
    sentAt: undefined,
  });
  if (read.kind !== 'event') return undefined;
  const { person, applications } = read.event;
  const attachments = await filesOf(candidateId, ask);
  return {
    ...(person !== undefined && { person }),
    applications: applications.map((one) => ({ ...one, ...statusOf(event) })),
    attachments,
    documents: [...read.event.documents, ...findDocuments({ attachments })],
  };
};

/** What an event says by its name, such as a hire, stays. */
function statusOf({ type, applications }: IntakeEvent): { status?: 'hired' } {
  return type === 'application.hired' && applications[0]?.status === 'hired' ? { status: 'hired' } : {};
}

async function filesOf(candidateId: string | undefined, ask: AskJson): Promise<IntakeAttachment[]> {
  const candidate = candidateId === undefined ? undefined : await ask('/candidate.info', { id: candidateId });
  const attachments: IntakeAttachment[] = [];
  let asked = 0;
  for (const file of listAt(candidate, '/results/fileHandles')) {
    const named = { kind: 'other' as const, fileName: titleOf(valueAt(file, '/name')) ?? null, url: null };
    const fileHandle = idOf(valueAt(file, '/handle'));
    if (!mayHoldCredential(named) || fileHandle === undefined || asked >= MOST_FILES) {
      attachments.push(named);
      continue;
    }
    asked += 1;
    const url = valueAt(await ask('/file.info', { fileHandle }), '/results/url');
    attachments.push({ ...named, url: typeof url === 'string' ? url : null });
  }
  return attachments;
}
