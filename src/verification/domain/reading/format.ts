import type { JsonObject } from '../json.js';
import type { RawDocument } from './raw-document.js';
import { formatTitles } from './format-titles.js';
import type { CredentialFormat, FormatName, ReadResult, RecognisedFormat } from './read-result.js';

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
  /** The document read, or undefined when it is of another format. */
  read(document: RawDocument): ReadResult | undefined;
}

export function aboutFormat(name: FormatName, support: FormatDescription['support']): FormatDescription {
  return { name, title: formatTitles[name], support };
}

/** A format that is told apart and not verified. */
export function recognisedFormat(
  name: RecognisedFormat,
  detail: string,
  isIt: (document: RawDocument) => boolean,
): Format {
  return {
    about: aboutFormat(name, 'recognised'),
    read: (document) => (isIt(document) ? { kind: 'unsupported', format: name, detail } : undefined),
  };
}

/** A format of verifiable credential, secured by a proof inside or a JWS around it. */
export function credentialFormat(name: CredentialFormat, isIt: (credential: JsonObject) => boolean): Format {
  return {
    about: aboutFormat(name, 'verified'),
    read({ credential, jwt }) {
      if (!credential || !isIt(credential)) return undefined;
      const securing = jwt ? 'jwt' : hasProof(credential) ? 'embedded' : 'none';
      return { kind: 'credential', format: name, securing, credential, ...(jwt && { jwt }) };
    },
  };
}

function hasProof({ proof }: JsonObject): boolean {
  return proof !== undefined && proof !== null && !(Array.isArray(proof) && proof.length === 0);
}
