import { Conflict, DomainError } from '../../errors/index.js';

export class KeyReused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'idempotency-key-reused';

  constructor() {
    super('This Idempotency-Key was used with another body. Use a new key for a new request.');
  }
}

export class KeyInProgress extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'idempotency-key-in-progress';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('A request with this Idempotency-Key is being answered. Ask again in a moment.');
  }
}

export class AnswerIsSealed extends Conflict {
  constructor() {
    super(
      'idempotency-answer-sealed',
      'The answer shows a secret and is repeated only to the token that got it first.',
    );
  }
}
