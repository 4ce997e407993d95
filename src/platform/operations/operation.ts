export type OperationState = 'queued' | 'running' | 'succeeded' | 'failed';

/** Long work that a caller watches. */
export interface Operation {
  readonly id: string;
  /** What is being done, such as `candidate-import`. */
  readonly kind: string;
  readonly state: OperationState;
  /** `total` is null while nobody knows how much there is to do. */
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly result: unknown;
  readonly error: OperationError | null;
}

/** Why an operation failed, in the form of a problem. */
export interface OperationError {
  readonly code: string;
  readonly detail: string;
}

/** An operation with the number of its last change, which only grows. */
export interface OperationVersion {
  readonly operation: Operation;
  readonly version: string;
}

export const isFinished = (operation: Operation): boolean =>
  operation.state === 'succeeded' || operation.state === 'failed';

/** Where a caller watches the operation; the `Location` of a 202. */
export const operationUrl = (id: string): string => `/v1/operations/${id}`;
