/**
 * - `dcc`: an issuer registry of the Digital Credentials Consortium, or its list of known registries
 * - `list`: issuers that the organization itself wrote down
 * - `openid-federation`: a trust anchor of OpenID Federation 1.0, asked about each issuer
 * - `w3c-recognition`: a VerifiableRecognitionCredential (W3C Recognized Entities 1.0)
 */
export const REGISTRY_KINDS = ['dcc', 'list', 'openid-federation', 'w3c-recognition'] as const;
export type RegistryKind = (typeof REGISTRY_KINDS)[number];

/** Why a registry could not be read when it was last asked. */
export interface RegistryFailure {
  readonly code: string;
  readonly detail: string;
  /** RFC 3339. */
  readonly at: string;
}

/** What only some kinds need. */
export interface RegistrySettings {
  /** Of `openid-federation`: keys of the trust anchor that were learnt elsewhere, as a JSON Web Key Set. */
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  /** Of `w3c-recognition`: who may have issued the credential. */
  readonly acceptedIssuers?: readonly string[];
}

export interface NewRegistry {
  readonly kind: RegistryKind;
  readonly name: string;
  /** Where it is read: a document, or the entity identifier of a trust anchor. Null for an uploaded list. */
  readonly source: string | null;
  readonly settings: RegistrySettings;
  /** Why the organization asks it. */
  readonly reason: string;
}

export interface TrustRegistry extends NewRegistry {
  readonly id: string;
  /** The list of registries that named it; null for one that the organization registered. */
  readonly parentId: string | null;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  /** When it was last read well; null when it never was. */
  readonly fetchedAt: Date | null;
  /** Of the last attempt; null when that went well. */
  readonly failure: RegistryFailure | null;
  /** What was read is too old to count. */
  readonly lapsed: boolean;
  /** How many issuers it is known to list. */
  readonly listed: number;
}

/** What a registry says about one issuer. `unknown`: could not be asked, which is neither. */
export type RegistryOutcome = 'listed' | 'revoked' | 'not_listed' | 'unknown';

export interface RegistryEntry {
  /** As {@link registryKey} has it. */
  readonly identifier: string;
  readonly outcome: RegistryOutcome;
  /** What the registry calls the issuer. */
  readonly name: string | null;
  readonly url: string | null;
  readonly location: string | null;
  /** Why it could not be asked, or what makes it revoked. */
  readonly detail: string | null;
}

/** A registry that a list of known registries names. */
export type NamedRegistry = Pick<NewRegistry, 'kind' | 'name' | 'settings'> & { readonly source: string };

/** What came of reading a registry. */
export type RegistryReading =
  | {
      readonly kind: 'entries';
      readonly entries: readonly RegistryEntry[];
      /** How long the answer may be relied on, in milliseconds, where it says so. */
      readonly goodForMs?: number;
    }
  | { readonly kind: 'registries'; readonly registries: readonly NamedRegistry[] }
  /** It is there and right; it is asked about each issuer apart. */
  | { readonly kind: 'asked-singly'; readonly goodForMs?: number }
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string };

/** Entries that one registry may have. */
export const MOST_ENTRIES = 20_000;
/** Registries that one list of registries may name. */
export const MOST_NAMED = 20;
