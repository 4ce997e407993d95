import type { Place } from './place.js';

/** One piece of what is signed: the bytes of the body, the timestamp as it was sent, or the text at a place. */
export type SignedPart = 'body' | 'timestamp' | Place;

/** How the text at the place of the signature holds one or more digests. */
export type SignatureForm =
  /** One digest after a fixed text, which may be empty. */
  | { readonly kind: 'single'; readonly prefix: string }
  /**
   * Pairs of a name and a value, of which those named `name` are digests; a pair named `t` is the timestamp. Digests under
   * other names count for nothing, so that nobody can fall back to a weaker version.
   */
  | {
      readonly kind: 'pairs';
      readonly between: string;
      readonly assign: string;
      readonly name: string;
      /** With more digests than that, none counts. */
      readonly most: number;
    };

/** Where the time of signing stands. A pair means the pair `t` of the signature itself. */
export interface SignedTime {
  readonly at: Place | 'pair';
  readonly unit: 'seconds' | 'milliseconds';
}

/** How one system signs its deliveries: an HMAC, and where everything is. */
export interface SignatureScheme {
  readonly name: string;
  readonly signature: Place;
  readonly form: SignatureForm;
  /** The text at the place of the signature is base64 of what `form` reads. */
  readonly wrapped?: 'base64';
  /** `base64-of-hex`: base64 of the hexadecimal digits. */
  readonly encoding: 'hex' | 'base64' | 'base64-of-hex';
  readonly hash: 'sha256' | 'sha1';
  readonly signed: readonly SignedPart[];
  readonly joiner: string;
  /** `text`: the secret's own characters; `standard`: what base64 after `whsec_` decodes to. */
  readonly key: 'text' | 'standard';
  readonly time?: SignedTime;
  /** All of them together name the delivery; without any, its digest does. */
  readonly deliveryId: readonly Place[];
  /** Whether the signature covers the id. Where it does not, the same body under another id is the same delivery. */
  readonly idIsSigned: boolean;
  /** A missing part counts as an empty text; else a delivery without it is refused. */
  readonly missingPartIsEmpty?: boolean;
  /** The body is not covered, so an id that comes again with another body is a forgery and not a mistake. */
  readonly idIsSingleUse?: boolean;
  /** Member of the body that counts the tries of one delivery; it is left out when two bodies are compared. */
  readonly retryCounter?: string;
  /** Weaker than what the system offers today; counts only where the organization allows it. */
  readonly legacy?: boolean;
  /** The system also sends the provider key of the organization as a bearer token. */
  readonly sendsProviderKey?: boolean;
}

/** How far the time of signing may be off, either way. */
export const TOLERANCE_SECONDS = 300;
