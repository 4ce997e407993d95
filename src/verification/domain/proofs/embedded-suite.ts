import type { KeyObject } from 'node:crypto';
import type { Eventually } from '../eventually.js';
import type { JsonObject } from '../json.js';
import type { CanonicalView } from '../json-ld/canonical-document.js';
import type { KeyFamily } from '../keys/index.js';

/** A way of signing a JSON document with a `proof` inside. To add one: write its file and list it in `suites.ts`. */
export interface EmbeddedSuite {
  name: string;
  /** What is signed: the meaning of the words as RDF, or the JSON text itself. */
  signsOver: 'rdf' | 'text';
  /** Whether a proof is of this suite. */
  signs(proof: JsonObject): boolean;
  /** The bytes that the proof signs. */
  signedBytes(proof: JsonObject, input: SigningInput): Eventually<SignedBytes>;
  /** Bytes of the proof's signature; undefined when it is none. */
  signatureOf(proof: JsonObject): Buffer | undefined;
  takesKey(family: KeyFamily): boolean;
  /** What kind of key it takes, for sentences. */
  keyName: string;
  verify(key: KeyObject, bytes: Buffer, signature: Buffer, family: KeyFamily): boolean;
}

export interface SigningInput {
  /** The signed document: without its proofs, save those that this proof builds on. */
  document: JsonObject;
  /** The same document as RDF, as one of the lanes reads it. */
  canonical: CanonicalView;
  /** The key that the proof names; of some suites it decides about the hash. */
  family: KeyFamily;
}

/** A signature beside that of the issuer's key, with a key that the issuer's signature vouches for. */
export interface FurtherSignature {
  key: KeyObject;
  family: KeyFamily;
  bytes: Buffer;
  signature: Buffer;
}

export type SignedBytes =
  | {
      ok: true;
      bytes: Buffer;
      /** These must hold too. */
      further?: readonly FurtherSignature[];
    }
  | { ok: false; kind: 'malformed' | 'unsupported'; code: string; detail: string };
