import { DomainError, Malformed } from '../../platform/errors/index.js';

export class ImportTypeNotAccepted extends DomainError {
  readonly kind = 'unsupported-type';
  readonly code = 'import-type-not-accepted';

  constructor() {
    super('Send the import as application/x-ndjson in UTF-8: one candidate as JSON on each line.');
  }
}

export class TooManyLines extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'too-many-lines';

  constructor(max: number) {
    super(`An import may have at most ${max} lines. Split it.`);
  }
}

export class LineTooLarge extends Malformed {
  constructor(max: number) {
    super('line-too-large', `A line may have at most ${max} bytes.`, [
      { pointer: '', code: 'line-too-large', message: `must have at most ${max} bytes` },
    ]);
  }
}
