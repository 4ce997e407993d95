import type { FieldProblem } from '../../errors/index.js';

/** An RFC 9457 problem, as it goes over the wire. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly requestId: string;
  readonly errors: readonly FieldProblem[];
  /** Extension members (RFC 9457 section 3.2) of some problem types. */
  readonly [member: string]: unknown;
}

/** A refusal before it is tied to a request. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, string>>;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:credence:problem:${refusal.code}`,
    title: titleOf(refusal.code),
    status: refusal.status,
    detail: refusal.detail,
    code: refusal.code,
    instance: `urn:request:${requestId}`,
    requestId,
    errors: refusal.errors ?? [],
    ...refusal.members,
  };
}

/** The code in words: the same for every problem of a type, as RFC 9457 asks. */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
