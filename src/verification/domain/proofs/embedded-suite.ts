import type { KeyObject } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { CanonicalDocument } from '../json-ld/canonical-document.js';
import type { KeyFamily } from '../keys/index.js';

/** A way of signing a JSON document with a `proof` inside. To add one: write its file and list it in `suites.ts`. */
export interface EmbeddedSuite {
  name: string;
  /** Whether a proof is of this suite. */
  signs(proof: JsonObject): boolean;
  /** The bytes that the proof signs. */
  signedBytes(proof: JsonObject, document: CanonicalDocument, context: unknown): Promise<SignedBytes>;
  /** Bytes of the proof's signature; undefined when it is none. */
  signatureOf(proof: JsonObject): Buffer | undefined;
  takesKey(family: KeyFamily): boolean;
  /** What kind of key it takes, for sentences. */
  keyName: string;
  verify(key: KeyObject, bytes: Buffer, signature: Buffer): boolean;
}

export type SignedBytes =
  { ok: true; bytes: Buffer } | { ok: false; kind: 'malformed' | 'unsupported'; code: string; detail: string };
