import { DomainError } from '../errors/index.js';

/** Above a limit on size or number. */
export class TooLarge extends DomainError {
  readonly kind = 'too-large';

  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** Of a kind that this route does not read. */
export class UnsupportedType extends DomainError {
  readonly kind = 'unsupported-type';

  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** The caller takes none of the forms that the answer has. */
export class NotAcceptable extends DomainError {
  readonly kind = 'not-acceptable';
  readonly code = 'not-acceptable';

  constructor(offered: readonly string[]) {
    super(`The answer can be had as ${offered.join(' or ')}; Accept names none of these.`);
  }
}

/** More than the caller may have at once. */
export class TooMany extends DomainError {
  readonly kind = 'too-many';

  constructor(
    readonly code: string,
    detail: string,
    readonly retryAfterSeconds = 1,
  ) {
    super(detail);
  }
}

/** Something that the answer needs is away for now. */
export class Unavailable extends DomainError {
  readonly kind = 'unavailable';

  constructor(
    readonly code: string,
    detail: string,
    readonly retryAfterSeconds = 5,
  ) {
    super(detail);
  }
}
