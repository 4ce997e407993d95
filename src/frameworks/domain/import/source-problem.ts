/** `fatal`: nothing can be read; `error`: the row is left out; `warning`: the row is taken without that part. */
export type ProblemSeverity = 'fatal' | 'error' | 'warning';

/** Something in an uploaded file that is not as it should be, in words for the one who made the file. */
export interface SourceProblem {
  readonly file: string;
  /** Line on which the row begins, counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** RFC 6901 pointer to the item in a JSON document. */
  readonly pointer?: string;
  readonly severity: ProblemSeverity;
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
}

/** The source cannot be read at all; nothing of it is used. */
export class UnreadableSource extends Error {
  constructor(readonly problem: SourceProblem) {
    super(problem.message);
    this.name = 'UnreadableSource';
  }
}
