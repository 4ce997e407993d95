import { asArray, isJsonObject, type JsonObject } from './json-object.js';
import { isSecretJwk } from './public-jwk.js';
import type { KeyProblemCode, KeyPurpose } from './key-resolution.js';
import { quoted } from './quoted.js';

/** More methods than any controller publishes; the search below is linear. */
const maxMethods = 500;
const maxNameLength = 300;
const secretMembers = [
  'privateKeyMultibase',
  'privateKeyBase58',
  'privateKeyJwk',
  'secretKeyMultibase',
  'secretKeyJwk',
];
const relationships = ['verificationMethod', 'assertionMethod', 'authentication', 'publicKey'];

/** A DID document or another controlled identifier document, whose own id is the one that was asked for. */
export interface ControllerDocument {
  id: string;
  /** Self-asserted. */
  name?: string;
  content: JsonObject;
}

export type ControllerDocumentReading =
  { ok: true; document: ControllerDocument } | { ok: false; code: KeyProblemCode; detail: string };

/** One verification method that a document lists for a purpose. */
export interface ListedMethod {
  /** Absolute. */
  id: string;
  /** Absent where the document names a method that is described elsewhere. */
  description?: JsonObject;
}

/**
 * Reads a document as the one of `id`.
 *
 * A document that says another id speaks for somebody else, and one that publishes a secret key can no longer prove
 * anything: both are refused as a whole.
 */
export function readControllerDocument(content: JsonObject, id: string): ControllerDocumentReading {
  if (content.id !== id) {
    const said = typeof content.id === 'string' ? quoted(content.id) : 'nothing';
    return refused('malformed-document', `the document says its id is ${said}, not ${quoted(id)}`);
  }
  const entries = relationships.flatMap((name) => asArray(content[name]));
  if (entries.length > maxMethods) return refused('malformed-document', `the document lists over ${maxMethods} keys`);
  if (entries.some(publishesSecret)) return refused('private-key', 'the document publishes a private key');
  const name = typeof content.name === 'string' ? content.name.trim().slice(0, maxNameLength) : '';
  return { ok: true, document: { id, ...(name !== '' && { name }), content } };
}

/** The methods that the document lists for the purpose, each by its absolute id, in the document's order. */
export function methodsFor(document: ControllerDocument, purpose: KeyPurpose): ListedMethod[] {
  return asArray(document.content[purpose]).flatMap((entry): ListedMethod[] => {
    if (typeof entry === 'string') return [referredMethod(document, absolute(entry, document.id))];
    if (!isJsonObject(entry) || typeof entry.id !== 'string') return [];
    const id = absolute(entry.id, document.id);
    // {"id": "..."} alone is the expanded spelling of a reference.
    return [Object.keys(entry).length === 1 ? referredMethod(document, id) : { id, description: entry }];
  });
}

/** Whether a described method holds or hides a secret key. */
export function publishesSecret(entry: unknown): boolean {
  if (!isJsonObject(entry)) return false;
  if (secretMembers.some((member) => Object.hasOwn(entry, member))) return true;
  return isJsonObject(entry.publicKeyJwk) && isSecretJwk(entry.publicKeyJwk);
}

function referredMethod(document: ControllerDocument, id: string): ListedMethod {
  const described = asArray(document.content.verificationMethod)
    .filter(isJsonObject)
    .filter((method) => typeof method.id === 'string' && absolute(method.id, document.id) === id);
  // Two descriptions under one id leave open which key is meant, so neither counts.
  return described.length === 1 ? { id, description: described[0] } : { id };
}

function absolute(id: string, base: string): string {
  return id.startsWith('#') ? `${base}${id}` : id;
}

function refused(code: KeyProblemCode, detail: string): ControllerDocumentReading {
  return { ok: false, code, detail };
}
