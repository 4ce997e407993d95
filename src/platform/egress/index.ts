export { createEgress, type EgressSettings } from './create-egress.js';
export { Egress, type FetchOptions } from './egress.js';
export type { FetchedDocument, FetchFailure, FetchFailureKind, FetchResult } from './fetch-result.js';
export {
  loadPinnedDocuments,
  noPinnedDocuments,
  PinnedDocumentsError,
  type PinnedDocuments,
} from './pinned-documents.js';
export type { OutgoingRequest, ReceivedAnswer, SendResult } from './send-request.js';
