import type { JsonObject } from '../json.js';
import { type ContainedPlace, containedAt } from './contained-documents.js';
import type { RawDocument } from './raw-document.js';
import { formatTitles } from './format-titles.js';
import type {
  CarriedText,
  CredentialFormat,
  FormatName,
  ReadCredential,
  ReadResult,
  RecognisedFormat,
} from './read-result.js';

export interface FormatDescription {
  name: FormatName;
  title: string;
  /** `recognised`: told apart, and answered with `unsupported`. */
  support: 'verified' | 'recognised';
}

/** One format of document. To add one: write its file in `formats/` and list it in `formats.ts`. */
export interface Format {
  /** How it describes itself to those who ask what is supported. */
  about: FormatDescription;
  /** The document read, or what is to be read in its place; undefined when it is of another format. */
  read(document: RawDocument): ReadResult | CarriedText | undefined;
}

export function aboutFormat(name: FormatName, support: FormatDescription['support']): FormatDescription {
  return { name, title: formatTitles[name], support };
}

/**
 * A format that is told apart and not verified.
 *
 * @param places where it holds credentials, which are judged on their own all the same
 */
export function recognisedFormat(
  name: RecognisedFormat,
  detail: string,
  isIt: (document: RawDocument) => boolean,
  places: readonly ContainedPlace[] = [],
): Format {
  return {
    about: aboutFormat(name, 'recognised'),
    read(document) {
      if (!isIt(document)) return undefined;
      const contained = containedAt(document, places);
      return { kind: 'unsupported', format: name, detail, ...(contained.length > 0 && { contained }) };
    },
  };
}

/**
 * A format of verifiable credential, secured by a proof inside or a JWS around it.
 *
 * @param places where it holds other credentials, which are then judged on their own
 */
export function credentialFormat(
  name: CredentialFormat,
  isIt: (credential: JsonObject) => boolean,
  places: readonly ContainedPlace[] = [],
): Format {
  return {
    about: aboutFormat(name, 'verified'),
    read(document) {
      const { credential, jwt, sdJwt } = document;
      if (!credential || !isIt(credential)) return undefined;
      const securing = jwt ? 'jwt' : hasProof(credential) ? 'embedded' : 'none';
      const contained = containedAt(document, places);
      const read: ReadCredential = { kind: 'credential', format: name, securing, credential };
      if (jwt) read.jwt = jwt;
      if (sdJwt?.ok) read.sdJwt = sdJwt.sdJwt;
      if (contained.length > 0) read.contained = contained;
      return read;
    },
  };
}

export function hasProof({ proof }: JsonObject): boolean {
  return proof !== undefined && proof !== null && !(Array.isArray(proof) && proof.length === 0);
}
