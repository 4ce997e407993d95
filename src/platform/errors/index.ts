/** What went wrong in the words of the domain; only the HTTP filter knows which status that is. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'not-acceptable'
  | 'conflict'
  | 'gone'
  | 'stale'
  | 'too-large'
  | 'unsupported-type'
  | 'invalid'
  | 'precondition-required'
  | 'too-many'
  | 'unavailable';

/** One fault in a field of what was sent; `pointer` is an RFC 6901 JSON pointer into the body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/**
 * An expected refusal. `detail` is written for the sender: it says what to change and holds neither secrets nor
 * personal data.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  /** Stable, kebab-case; clients branch on it. */
  abstract readonly code: string;
  readonly errors: readonly FieldProblem[];
  /** What a program needs to go on, such as the id to use instead; shown beside the other fields of the problem. */
  readonly members: Readonly<Record<string, string>> = {};

  constructor(
    readonly detail: string,
    options: { errors?: readonly FieldProblem[]; cause?: unknown } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.errors = options.errors ?? [];
  }
}

/** Nothing with this id, or nothing that this caller may know of: the two are told apart by nobody outside. */
export class NotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code: string;

  constructor(what: string) {
    super(`There is no ${what} with this id.`);
    this.code = `${what.replaceAll(' ', '-')}-not-found`;
  }
}

/** Understood, but breaks a rule; `errors` name the fields. */
export class Invalid extends DomainError {
  readonly kind = 'invalid';

  constructor(
    readonly code: string,
    detail: string,
    errors: readonly FieldProblem[] = [],
  ) {
    super(detail, { errors });
  }
}

/** Does not fit the state that things are in. */
export class Conflict extends DomainError {
  readonly kind = 'conflict';

  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** Could not be read as what it claims to be. */
export class Malformed extends DomainError {
  readonly kind = 'malformed';

  constructor(
    readonly code: string,
    detail: string,
    errors: readonly FieldProblem[] = [],
  ) {
    super(detail, { errors });
  }
}
