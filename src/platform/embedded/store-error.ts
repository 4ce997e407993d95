export type StoreFault =
  | 'database-unreachable'
  | 'redis-unreachable'
  | 'data-folder-unusable'
  | 'postgres-not-found'
  | 'postgres-not-started'
  | 'redis-not-started'
  | 'store-busy'
  | 'store-not-stopped';

/** A store that cannot be used, started or stopped. The message is for the operator's console and holds no secret. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
