import { contentTypeHint, type EmbeddedDocument } from '../../../intake/index.js';
import type { HydrationNeed, IntakeAttachment, IntakeEvent } from '../intake-event.js';
import { mayHoldCredential } from '../reading/find-documents.js';

/** Asks the system's own interface: by GET, or by POST with a body. @returns undefined for what is not there (404) */
export type AskJson = (path: string, body?: object) => Promise<unknown>;

/** Gets a file of at most 1 MiB from there. @returns undefined for what is not there, and for larger ones */
export type GetFile = (path: string) => Promise<Buffer | undefined>;

/** One page of a list, and the address of the next as the header `Link` names it (RFC 8288, `rel="next"`). */
export interface VendorPage {
  readonly body: unknown;
  readonly nextUrl: string | undefined;
}

export interface VendorInterface {
  readonly ask: AskJson;
  readonly page: (path: string) => Promise<VendorPage>;
  readonly file: GetFile;
}

/** What an event says once its ids were looked up; its own ids stay. */
export type Hydrated = Pick<IntakeEvent, 'person' | 'applications' | 'attachments' | 'documents'>;

export type FetchFromVendor = (
  need: HydrationNeed,
  event: IntakeEvent,
  vendor: VendorInterface,
) => Promise<Hydrated | undefined>;

/** A file that the system gives to whoever has the token, and to nobody else. */
export interface VendorFile {
  readonly attachment: IntakeAttachment;
  readonly path: string;
}

/** Files of one person that are fetched. */
export const MOST_FILES = 10;

/** Fetches the files that may hold a credential. Others, such as resumes, are named and left where they are. */
export async function credentialsIn(files: readonly VendorFile[], file: GetFile): Promise<EmbeddedDocument[]> {
  const documents: EmbeddedDocument[] = [];
  for (const { attachment, path } of files.filter((one) => mayHoldCredential(one.attachment)).slice(0, MOST_FILES)) {
    const bytes = await file(path);
    if (bytes === undefined || bytes.length === 0) continue;
    const { fileName } = attachment;
    documents.push({ bytes, contentType: contentTypeHint(bytes), ...(fileName !== null && { fileName }) });
  }
  return documents;
}
