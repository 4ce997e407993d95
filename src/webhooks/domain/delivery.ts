/** `pending`: waits for its turn, its first or its next attempt. `failed`: given up. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly state: DeliveryState;
  /** Made since the delivery was asked for. */
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  /** Null while it waits for an earlier event about the same candidate, and when it has ended. */
  readonly nextAttemptAt: Date | null;
  readonly occurredAt: Date;
  readonly endedAt: Date | null;
}

export interface DeliveryAttempt {
  readonly number: number;
  readonly at: Date;
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  /** Why it does not count as delivered; null when it does. */
  readonly error: string | null;
  readonly durationMs: number;
}
