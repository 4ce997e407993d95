/** The certificate of an authority, as an organization wants to believe it. */
export interface AnchorContent {
  /** Fingerprint of the whole certificate, SHA-256 in hex. */
  readonly sha256: string;
  /** DER in base64. */
  readonly certificate: string;
  readonly subject: string;
  readonly validUntil: Date;
  /** Why the organization believes it. */
  readonly reason: string;
}

export interface TrustAnchor extends AnchorContent {
  readonly id: string;
  readonly trustedBy: string;
  readonly trustedAt: Date;
}
