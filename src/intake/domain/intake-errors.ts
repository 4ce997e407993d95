import { DomainError, Malformed } from '../../platform/errors/index.js';
import { ACCEPTED_TYPES } from './content-types.js';

export class EmptyDocument extends Malformed {
  constructor() {
    super('empty-document', 'The document is empty. Send the credential itself as the body, or as form field "file".');
  }
}

export class DocumentTypeNotAccepted extends DomainError {
  readonly kind = 'unsupported-type';
  readonly code = 'document-type-not-accepted';

  constructor() {
    super(`Send the document as one of: ${ACCEPTED_TYPES.join(', ')}; or as multipart/form-data with a field "file".`);
  }
}

export class DocumentTooLarge extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'document-too-large';

  constructor() {
    super(`A document may have at most ${MAX_DOCUMENT_BYTES} bytes.`);
  }
}

/** Far above any credential with its images inlined by reference; below what costs memory. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024;
