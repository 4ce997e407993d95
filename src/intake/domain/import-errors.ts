import { DomainError, Malformed } from '../../platform/errors/index.js';

export class ImportTypeNotAccepted extends DomainError {
  readonly kind = 'unsupported-type';
  readonly code = 'import-type-not-accepted';

  constructor() {
    super(
      'Send the import as application/x-ndjson (one candidate as JSON on each line) or text/csv (see GET /v1/imports/columns), in UTF-8.',
    );
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

/** Each import in progress keeps its body and takes a turn of the workers. */
export class TooManyImports extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-imports';
  readonly retryAfterSeconds = 30;

  constructor(max: number) {
    super(`${max} imports of this organization are not done yet. Send this one when one of them has ended.`);
  }
}

/** The table as a whole cannot be read; nothing of it is taken in. */
export class CsvRefused extends Malformed {
  constructor(code: string, message: string, line?: number) {
    super(code, line === undefined ? message : `Line ${line}: ${message}`);
  }
}
