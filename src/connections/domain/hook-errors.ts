import { Conflict, DomainError } from '../../platform/errors/index.js';

/** Not signed with a live secret of the connection. It says no more, so that nobody learns which part was wrong. */
export class SignatureRefused extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'invalid-signature';

  constructor() {
    super('The delivery is not signed with a secret of this connection.');
  }
}

export class TimestampOutOfTolerance extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'timestamp-out-of-tolerance';

  constructor() {
    super('The delivery was signed more than 5 minutes ago or ahead. Sign it again with the present time.');
  }
}

/** The same delivery id with another body: the sender mixes up its ids, or somebody forges deliveries. */
export class DeliveryIdReused extends Conflict {
  constructor() {
    super('delivery-id-reused', 'A delivery with this id and another body was received before.');
  }
}
