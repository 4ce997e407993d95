import type { KeyObject } from 'node:crypto';

/** The family of a key, to hold the algorithm of a signature against. */
export interface KeyFamily {
  /** `OKP`, `EC` or `RSA`. */
  kty: string;
  /** `Ed25519`, `P-256`, `P-384` or `P-521`; absent for RSA. */
  crv?: string;
  /** The one JWS algorithm that the publisher of the key allows, where a JWK names it. */
  alg?: string;
}

/** A public key that can check signatures; never private, symmetric or below 2048 bit RSA. */
export interface PublicKeyMaterial {
  key: KeyObject;
  jwk: KeyFamily;
}

/** Why a stated key cannot be used, or none could be had. */
export type KeyProblemCode =
  /** Not a URL, or of a scheme or DID method that is not known here. */
  | 'unknown-method'
  /** The DID or id breaks the rules of its method. */
  | 'malformed-id'
  /** Bytes or JSON that are no usable public key. */
  | 'malformed-key'
  /** A sound key of a kind that checks no signature here. */
  | 'unsupported-key'
  /** RSA below 2048 bits. */
  | 'weak-key'
  /** Private or symmetric key material is published. */
  | 'private-key'
  /** The document could not be had. */
  | 'document-unavailable'
  /** The document came from another origin than the one asked. */
  | 'redirected-elsewhere'
  /** The document is no controller document or key set, or says another id. */
  | 'malformed-document'
  /** The controller's document does not list the key for the purpose. */
  | 'not-listed'
  /** Several keys and nothing says which. */
  | 'ambiguous-key';
