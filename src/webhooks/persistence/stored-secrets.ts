import type { SecretBox } from '../../platform/secrets/index.js';
import type { SigningSecret } from '../domain/signing-secret.js';

/** A secret as it is stored: sealed, with instants as texts. */
export interface StoredSecret {
  readonly secret: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** @param place what the secrets belong to */
export const sealedSecrets = (secrets: readonly SigningSecret[], box: SecretBox, place: string): SigningSecret[] =>
  secrets.map((one) => ({ ...one, secret: box.seal(one.secret, place) }));

export const unsealedSecrets = (stored: readonly StoredSecret[], box: SecretBox, place: string): SigningSecret[] =>
  stored.map(({ secret, createdAt, expiresAt }) => ({
    secret: box.unseal(secret, place),
    createdAt: new Date(createdAt),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  }));
