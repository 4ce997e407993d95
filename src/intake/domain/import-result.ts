import type { DomainError, FieldProblem } from '../../platform/errors/index.js';

/** A credential of a line: the id it has now, and whether the candidate had the same bytes before. */
export interface TakenCredential {
  readonly id: string;
  readonly duplicate: boolean;
}

/** A credential that a dry run would take: with an id only where the candidate has the same bytes already. */
export interface ForeseenCredential {
  readonly id?: string;
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
      /** Absent for a person whom a dry run would create. */
      readonly candidateId?: string;
      readonly credentials: readonly ForeseenCredential[];
    }
  | { readonly line: number; readonly status: 'rejected'; readonly problem: LineProblem };

/** What a line would do, without the ids of what was not kept. */
export function foreseen(
  status: 'created' | 'updated',
  candidateId: string,
  credentials: readonly TakenCredential[],
): Pick<Extract<LineResult, { credentials: unknown }>, 'status' | 'candidateId' | 'credentials'> {
  return {
    status,
    ...(status === 'updated' && { candidateId }),
    credentials: credentials.map(({ id, duplicate }) => (duplicate ? { id, duplicate } : { duplicate })),
  };
}

export const problemOf = ({ code, detail, errors }: DomainError): LineProblem => ({
  code,
  detail,
  errors: errors.map(({ pointer, code: fault, message }) => ({ pointer, code: fault, message })),
});
