import { type ContainedDocument, mostContained } from './contained-document.js';
import type { JsonObject } from '../json.js';
import { isEnvelope, openEnvelope } from './enveloped.js';
import { partsAt, type JsonPart } from './json-parts.js';
import type { RawDocument } from './raw-document.js';

/** A place where documents of a format hold others, such as `['credentialSubject', '*', 'verifiableCredential', '*']`. */
export type ContainedPlace = readonly string[];

/**
 * The credentials at certain places of a JSON document or of what a JWT says, in order. Objects keep their exact source
 * text; a text is taken where it is a JWT or SD-JWT. What is no credential by any sign is passed over.
 *
 * @param places paths into the credential (of a JWT with a `vc` or `vp` claim: into that claim); see {@link partsAt}
 * @returns up to `mostContained` and one, so that a reader of it sees when there are too many
 */
export function containedAt(document: RawDocument, places: readonly ContainedPlace[]): ContainedDocument[] {
  const { jsonText, jwt } = document;
  if (jsonText === undefined || places.length === 0) return [];
  const found: ContainedDocument[] = [];
  const base = jwt?.layout === 'vc-claim' ? ['vc'] : jwt?.layout === 'vp-claim' ? ['vp'] : [];
  for (const place of places)
    for (const { pointer, source } of partsAt(jsonText, [...base, ...place])) {
      if (found.length > mostContained) return found;
      const path = pointer.slice(base.map((name) => `/${name}`).join('').length);
      const contained = containedIn({ pointer: path, source });
      if (contained) found.push(contained);
    }
  return found;
}

/** The credential that a part of a JSON text is, by the look of it. */
export function containedIn({ pointer, source }: JsonPart): ContainedDocument | undefined {
  if (source.startsWith('{')) {
    const value = JSON.parse(source) as JsonObject;
    const token = isEnvelope(value) ? tokenInEnvelope(value, pointer) : undefined;
    if (token) return token;
    return looksLikeCredential(value)
      ? { bytes: Buffer.from(source), contentType: 'application/json', path: pointer }
      : undefined;
  }
  return source.startsWith('"') ? tokenIn(JSON.parse(source) as string, pointer) : undefined;
}

/** A token in an envelope is the document itself; anything else that is in one is left in it. */
function tokenInEnvelope(envelope: JsonObject, path: string): ContainedDocument | undefined {
  const opened = openEnvelope(envelope);
  return opened.ok ? tokenIn(opened.text.toString('utf8'), path) : undefined;
}

const token = /^e[wy][\w-]*\.[\w-]*\.[\w-]*(~[\w.~-]*)?$/;

/** A JWT or an SD-JWT, as a document of its own. */
export function tokenIn(text: string, path: string): ContainedDocument | undefined {
  const trimmed = text.trim();
  if (!token.test(trimmed)) return undefined;
  const contentType = trimmed.includes('~') ? 'application/vc+sd-jwt' : 'application/jwt';
  return { bytes: Buffer.from(trimmed), contentType, path };
}

const signs: readonly string[] = ['@context', 'type', 'proof', 'badge', 'payload'];

/** Whether an object says of itself what it is, as every format of credential does. */
export function looksLikeCredential(value: object): boolean {
  return signs.some((name) => Object.hasOwn(value, name));
}
