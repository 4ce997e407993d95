import { createHash } from 'node:crypto';
import { base62Of, checksumOf } from './key-checksum.js';
import type { Role } from './role.js';

/** A key as it is stored: enough to recognize it, not enough to use it. */
export interface ApiKey {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** How the key begins, to tell keys apart; safe to show. */
  readonly prefix: string;
  readonly lastFour: string;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
}

const ID_LENGTH = 8;
const SECRET_LENGTH = 43;
const FORMAT = /^(crd_[0-9A-Za-z]{8}_[0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;
const MIN_LENGTH = 32;
const MAX_LENGTH = 512;

/** Random bytes that one key takes: about a thirtieth of them are skipped, so twice as many are surely enough. */
export const KEY_RANDOM_BYTES = 2 * (ID_LENGTH + SECRET_LENGTH);

/**
 * A new key, `crd_<id>_<secret>_<checksum>`; 43 letters and digits are 256 bits of secret.
 *
 * @param random bytes from a cryptographic source, `KEY_RANDOM_BYTES` of them
 */
export function composeKey(random: Uint8Array): string {
  const letters = base62Of(random, ID_LENGTH + SECRET_LENGTH);
  const body = `crd_${letters.slice(0, ID_LENGTH)}_${letters.slice(ID_LENGTH)}`;
  return `${body}_${checksumOf(body)}`;
}

/**
 * Whether it is worth looking for the key: keys that we made have a right checksum, others (the bootstrap key) are at
 * least long enough.
 */
export function canBeKey(text: string): boolean {
  const [, body, checksum] = FORMAT.exec(text) ?? [];
  if (body !== undefined) return checksumOf(body) === checksum;
  return text.length >= MIN_LENGTH && text.length <= MAX_LENGTH;
}

/** What may be shown of a key. A key that somebody else made up has no beginning that is safe to show. */
export function hintsOf(key: string): { prefix: string; lastFour: string } {
  const prefix = FORMAT.test(key) ? key.slice(0, 'crd_'.length + ID_LENGTH) : 'bootstrap';
  return { prefix, lastFour: key.slice(-4) };
}

/** SHA-256 is enough: keys are random and long, so there is nothing to guess. */
export const hashOf = (key: Buffer | string): Buffer => createHash('sha256').update(key).digest();

/** Whether the key opens anything now: not after it was revoked, nor from the instant of its end on. */
export const isUsable = (key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): boolean =>
  key.revokedAt === undefined && (key.expiresAt === undefined || now < key.expiresAt);
