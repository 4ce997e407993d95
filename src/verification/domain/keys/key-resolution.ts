import type { ChainReport } from './certified-key.js';
import type { KeyProblemCode, PublicKeyMaterial } from './key-material.js';

export type { KeyFamily, KeyProblemCode, PublicKeyMaterial } from './key-material.js';

/** What a signature by the key must be done for: credentials assert, presentations authenticate. */
export type KeyPurpose = 'assertionMethod' | 'authentication';

/** The key, and its controller is proven: the controller's own document lists it for the purpose. */
export interface ResolvedKey extends PublicKeyMaterial {
  kind: 'resolved';
  /** The DID or https id whose key this is; to be compared with the issuer. */
  controller: string;
  /** Absolute id of the verification method, or the URL (with `#kid`) of the JSON Web Key. */
  method: string;
  /** The part of the asked id after `#`; absent when the id named the controller alone. */
  fragment?: string;
  /** Name that the controller's document gives to itself; self-asserted. */
  documentName?: string;
  /** When the document says that the key stops being good; a matter for the caller's clock. */
  expires?: Date;
  /** When the document says that the key was revoked; a matter for the caller's clock. */
  revoked?: Date;
  /** The organization itself pinned the key for the controller. */
  pinned?: true;
  /** The certificates that came with the signature. */
  chain?: ChainReport;
}

/** No key to check with. */
export interface UnresolvableKey {
  kind: 'unresolvable';
  /** True when time alone may mend it (the document could not be had). */
  retryable: boolean;
  code: KeyProblemCode;
  detail: string;
  /** The document that was asked for, where one was. */
  url?: string;
}

/**
 * Nothing shows whose key it is. Where `key` is present the signature can still be checked, which tells an altered
 * credential from one that is merely not bound to its issuer.
 */
export interface UnprovenKey extends Partial<PublicKeyMaterial> {
  kind: 'unproven';
  detail: string;
  /** The id, key id or place that named the key. */
  method: string;
  /** True when the document that could prove it may be had later. */
  retryable: boolean;
  url?: string;
  /** The certificates that came with the signature. */
  chain?: ChainReport;
}

export type KeyResolution = ResolvedKey | UnresolvableKey | UnprovenKey;
