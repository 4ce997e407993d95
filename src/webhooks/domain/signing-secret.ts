const PREFIX = 'whsec_';
const MIN_BYTES = 24;
const MAX_BYTES = 64;
const OVERLAP_MS = 24 * 60 * 60 * 1000;

/** Random bytes of a secret that we make. */
export const SECRET_BYTES = 32;
/** More would not fit into a header that every receiver reads. */
export const MAX_LIVE_SECRETS = 4;

/** A secret that deliveries are signed with. During a change several are live, so that no delivery is lost. */
export interface SigningSecret {
  readonly secret: string;
  readonly createdAt: Date;
  /** From this instant on it signs nothing; null for the newest one. */
  readonly expiresAt: Date | null;
}

/** A Standard Webhooks secret from random bytes. */
export const composeSecret = (random: Buffer): string => PREFIX + random.toString('base64');

/**
 * The key that a secret of Standard Webhooks stands for: base64 of 24 to 64 bytes after `whsec_`.
 *
 * @returns undefined when it is no such secret
 */
export const keyOfSecret = (secret: string): Buffer | undefined =>
  secret.startsWith(PREFIX) ? standardKeyOf(secret) : undefined;

/** The same where the prefix may be left out, as some senders do. */
export function standardKeyOf(secret: string): Buffer | undefined {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(encoded, 'base64');
  // Decoding skips what is no base64; only a text that comes back as it was is taken.
  const same = key.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
  return same && key.length >= MIN_BYTES && key.length <= MAX_BYTES ? key : undefined;
}

export const liveSecrets = (secrets: readonly SigningSecret[], now: Date): SigningSecret[] =>
  secrets.filter(({ expiresAt }) => expiresAt === null || now < expiresAt);

/** The secrets that live on beside a new one: for 24 hours more at most. Dead ones are forgotten. */
export function outgoingSecrets(secrets: readonly SigningSecret[], secret: string, now: Date): SigningSecret[] {
  const end = new Date(now.getTime() + OVERLAP_MS);
  return liveSecrets(secrets, now)
    .filter((known) => known.secret !== secret)
    .map((known) => ({
      ...known,
      expiresAt: known.expiresAt !== null && known.expiresAt < end ? known.expiresAt : end,
    }));
}

/** The secrets after a change: the new one first. */
export const withNewSecret = (secrets: readonly SigningSecret[], secret: string, now: Date): SigningSecret[] => [
  { secret, createdAt: now, expiresAt: null },
  ...outgoingSecrets(secrets, secret, now),
];
