import type { HrSystem } from './hr-system.js';

/** A secret that deliveries are signed with. During a change several are live, so that no delivery is lost. */
export interface SigningSecret {
  readonly secret: string;
  readonly createdAt: Date;
  /** From this instant on it opens nothing; null for the newest one. */
  readonly expiresAt: Date | null;
}

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
}

export const MAX_LIVE_SECRETS = 16;
const OVERLAP_MS = 24 * 60 * 60 * 1000;

export const liveSecrets = (secrets: readonly SigningSecret[], now: Date): SigningSecret[] =>
  secrets.filter(({ expiresAt }) => expiresAt === null || now < expiresAt);

/** The secrets after a change: the new one, and those before it for 24 hours more at most. Dead ones are forgotten. */
export function withNewSecret(secrets: readonly SigningSecret[], secret: string, now: Date): SigningSecret[] {
  const end = new Date(now.getTime() + OVERLAP_MS);
  const before = liveSecrets(secrets, now)
    .filter((known) => known.secret !== secret)
    .map((known) => ({
      ...known,
      expiresAt: known.expiresAt !== null && known.expiresAt < end ? known.expiresAt : end,
    }));
  return [...before, { secret, createdAt: now, expiresAt: null }];
}
