import type { DomainError, FieldProblem } from '../../platform/errors/index.js';

/** A credential of a line: the id it has now, and whether the candidate had the same bytes before. */
export interface TakenCredential {
  readonly id: string;
  readonly duplicate: boolean;
}

/** Why something was not taken in; the pointers lead into what was sent. */
export interface LineProblem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

/** What became of one line. */
export type LineResult =
  | {
      readonly line: number;
      readonly status: 'created' | 'updated';
      readonly candidateId: string;
      readonly credentials: readonly TakenCredential[];
    }
  | { readonly line: number; readonly status: 'rejected'; readonly problem: LineProblem };

export const problemOf = ({ code, detail, errors }: DomainError): LineProblem => ({
  code,
  detail,
  errors: errors.map(({ pointer, code: fault, message }) => ({ pointer, code: fault, message })),
});
