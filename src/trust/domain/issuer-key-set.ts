/** A public key that the organization vouches for. */
export interface VouchedKey {
  /** Public JSON Web Key. */
  readonly jwk: Readonly<Record<string, string>>;
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string;
  /** RFC 3339; null for a key that came without a certificate. */
  readonly expiresAt: string | null;
}

export interface KeySetContent {
  readonly keys: readonly VouchedKey[];
  /** Why the organization believes it. */
  readonly reason: string;
}

/** All keys that an organization vouches for as those of one issuer, which need not have been met yet. */
export interface IssuerKeySet extends KeySetContent {
  readonly id: string;
  /** The issuer's id as credentials state it, letter for letter. */
  readonly issuer: string;
  readonly rowVersion: number;
  readonly pinnedBy: string;
  readonly pinnedAt: Date;
}
