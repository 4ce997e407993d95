import { Conflict, DomainError } from '../../platform/errors/index.js';

/** The caller showed nothing that is taken. It says no more, so that nobody learns which part was wrong. */
export class Unauthenticated extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'unauthenticated';

  constructor() {
    super('Send a valid API key or access token as "Authorization: Bearer <token>".');
  }
}

export class RoleMissing extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'role-missing';

  constructor(needed: readonly string[]) {
    super(`This needs one of the roles ${needed.join(', ')}.`);
  }
}

export class LastAdminKey extends Conflict {
  constructor() {
    super('last-admin-key', 'This is the last key with the role admin. Create another one before you revoke it.');
  }
}
