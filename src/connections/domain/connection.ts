import { outgoingSecrets, type SigningSecret } from '../../webhooks/index.js';
import type { HrSystem } from './hr-system.js';
import type { Reconciliation } from './reconciliation.js';

/** What the organization decided about a connection beside its secrets. */
export interface ConnectionSettings {
  /** Takes signatures of a kind that the system has replaced by a stronger one. */
  readonly legacySignatures?: boolean;
  /** What the system sends as a bearer token with its signature. As secret as a signing secret. */
  readonly providerKey?: string;
  /** What we sign in with at the system's own interface. As secret as a signing secret. */
  readonly apiToken?: string;
  /** Where that interface is, where it is not the vendor's usual address. */
  readonly apiUrl?: string;
}

/** An HR system that posts to us. */
export interface Connection {
  readonly id: string;
  readonly organizationId: string;
  readonly system: HrSystem;
  readonly name: string;
  /** None while the secret that the system makes itself is not known yet. */
  readonly secrets: readonly SigningSecret[];
  readonly settings: ConnectionSettings;
  readonly createdAt: Date;
  /** Absent before the first one. */
  readonly reconciliation?: Reconciliation;
}

export const MAX_LIVE_SECRETS = 16;

/** The secrets after a change: the new one last. */
export const withNewSecret = (secrets: readonly SigningSecret[], secret: string, now: Date): SigningSecret[] => [
  ...outgoingSecrets(secrets, secret, now),
  { secret, createdAt: now, expiresAt: null },
];
