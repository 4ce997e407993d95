import type { SigningSecret } from './signing-secret.js';

/** Asked for by a person, by an answer of 410, or because nothing was taken for days. */
export type DisabledReason = 'requested' | 'gone' | 'failing';

/** A URL of the organization that hears of events. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  /** As in `FILTERS`; empty for everything. */
  readonly eventTypes: readonly string[];
  readonly secrets: readonly SigningSecret[];
  readonly disabledReason: DisabledReason | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const MAX_ENDPOINTS = 20;

/** An endpoint that took nothing for so long is disabled when a delivery is given up. */
export const DAYS_UNTIL_DISABLED = 5;
