import type { JsonObject } from '../json.js';
import type { CompactJws } from './compact-jws.js';
import type { ContainedDocument } from './contained-document.js';
import type { Jades } from './jades/jades.js';
import type { SdJwt } from './sd-jwt/sd-jwt.js';

/** Formats that are verified. */
export type CredentialFormat =
  | 'openbadges-3'
  | 'clr-2'
  | 'endorsement'
  | 'w3c-vc-1.1'
  | 'w3c-vc-2.0'
  | 'sd-jwt-vc'
  | 'verifiable-presentation'
  | 'ler-rs'
  | 'json-resume'
  | 'elm';

/** Badges of the generations before 3.0, which are verified by where they are published or by the key of their issuer. */
export type BadgeFormat = 'openbadges-2' | 'openbadges-1';

/** Formats that are told apart but not verified. */
export type RecognisedFormat = Carrier | 'link' | 'credential-list' | 'unknown';

/** What a credential may be put into without becoming another one: images and envelopes. */
export type Carrier = 'baked-png' | 'baked-svg' | 'enveloped-credential';

export type FormatName = CredentialFormat | BadgeFormat | RecognisedFormat;

/** A credential in a form that can be checked; nothing about it has been checked yet. */
export interface ReadCredential {
  kind: 'credential';
  format: CredentialFormat;
  /** How it is signed: a `proof` inside, a JWS around it, or not at all. */
  securing: 'embedded' | 'jwt' | 'none';
  /**
   * Plain JSON. Of a JWT with a `vc` claim: that claim, with what only the JWT says filled in. Of an SD-JWT: with what was
   * disclosed in place of the digests.
   */
  credential: JsonObject;
  jwt?: JwtEnvelope;
  /** What the holder made of the JWT, where it is an SD-JWT. */
  sdJwt?: SdJwt;
  /** The signatures around it, where they are a JWS in JSON form. */
  jades?: Jades;
  carrier?: Carrier;
  contained?: readonly ContainedDocument[];
}

export interface JwtEnvelope extends CompactJws {
  /** Where it stands: under `vc` or `vp` (data model 1.1), as the payload itself, or as mere claims (SD-JWT VC). */
  layout: 'vc-claim' | 'vp-claim' | 'whole-payload' | 'claims';
}

/** An assertion of Open Badges 0.5 to 2.1 as it was handed in; nothing about it has been checked yet. */
export interface ReadBadge {
  kind: 'badge';
  format: BadgeFormat;
  /** Plain JSON, in the words of its own generation. */
  assertion: JsonObject;
  /** The signature around it; a hosted assertion has none. */
  jws?: CompactJws;
  carrier?: Carrier;
  contained?: readonly ContainedDocument[];
}

/** The address of a credential, to be followed. */
export interface ReadLink {
  kind: 'link';
  format: 'link';
  /** Of http or https. */
  address: string;
  carrier?: Carrier;
  contained?: readonly ContainedDocument[];
}

/** The text of a credential that was found in an image or an envelope and not read yet. */
export interface CarriedText {
  kind: 'carried';
  carrier: Carrier;
  text: Uint8Array;
}

/** What was read, and what it was put into. `contained` are documents inside it, each to be judged on its own. */
export type ReadResult = ReadCredential | ReadBadge | ReadLink | UnreadDocument;

/** What cannot be checked, and why. */
export type UnreadDocument =
  | {
      kind: 'unsupported';
      format: FormatName;
      detail: string;
      carrier?: Carrier;
      contained?: readonly ContainedDocument[];
    }
  | {
      kind: 'malformed';
      format: FormatName;
      code: string;
      detail: string;
      carrier?: Carrier;
      contained?: readonly ContainedDocument[];
    };
