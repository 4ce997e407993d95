import { DomainError, Invalid } from '../../platform/errors/index.js';

/** Not the key of the connection, or no such connection: the two are told apart by nobody outside. */
export class PartnerKeyRefused extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'invalid-partner-key';

  constructor() {
    super(
      'Send a live secret of the connection as the user name of HTTP Basic authentication, with an empty password.',
    );
  }
}

/** The result would be sent to somebody else than the HR system. */
export class CallbackNotOfVendor extends Invalid {
  constructor(pointer: string) {
    const message = 'must be an address of the HR system, or of the apiUrl of the connection';
    super('callback-not-of-vendor', `The callback ${message}.`, [{ pointer, code: 'callback-not-of-vendor', message }]);
  }
}

/** What a recruiter is shown in Ashby when an assessment cannot be started: it takes `message` of a 422. */
export class CannotStartAssessment extends Invalid {
  override readonly members: Readonly<Record<string, string>>;

  constructor(cause: DomainError) {
    super('cannot-start-assessment', cause.detail, cause.errors);
    this.members = { message: cause.detail };
  }
}
