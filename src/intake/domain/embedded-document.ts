import { Malformed } from '../../platform/errors/index.js';
import { ACCEPTED_TYPES, acceptedType } from './content-types.js';
import { contentTypeHint } from './content-type-hint.js';
import { MAX_DOCUMENT_BYTES } from './intake-errors.js';
import { membersOf } from './json-source.js';

/** A credential that came inside another document: a line of an import, a delivery of an HR system. */
export interface EmbeddedDocument {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly fileName?: string;
}

const BASE64_MARK = 'base64:';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;
const MAX_FILE_NAME_LENGTH = 255;
const WRAPPER_KEYS: readonly string[] = ['document', 'contentType', 'fileName'];

/**
 * One entry of `credentials`:
 * - an object is the document itself, kept as its exact source text;
 * - a string is the document as text (a JWT, SVG...), or after `base64:` its bytes in base64;
 * - `{document, contentType?, fileName?}` is one of these with what is known about it. An object that has `document` but
 *   neither `@context` nor `type` is read this way.
 *
 * @param value the entry as parsed
 * @param source the entry's own JSON text
 * @param pointer where it stands, for problems
 * @throws {Malformed} `invalid-credential`, `empty-document`, `document-too-large`, `document-type-not-accepted`
 */
export function readEmbeddedDocument(value: unknown, source: string, pointer: string): EmbeddedDocument {
  if (!isWrapper(value)) return withHint(bytesOf(value, source, pointer));
  const unknownKey = Object.keys(value).find((key) => !WRAPPER_KEYS.includes(key));
  if (unknownKey !== undefined) {
    throw refused(
      'unknown-property',
      `${pointer}/${unknownKey.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      `must be one of ${WRAPPER_KEYS.join(', ')}`,
    );
  }
  const documentSource = membersOf(source).get('document') ?? '';
  const bytes = bytesOf(value.document, documentSource, `${pointer}/document`);
  const contentType = value.contentType === undefined ? contentTypeHint(bytes) : typeOf(value.contentType, pointer);
  const fileName = value.fileName === undefined ? {} : { fileName: fileNameOf(value.fileName, pointer) };
  return { bytes, contentType, ...fileName };
}

type Wrapper = Record<string, unknown> & { document: unknown; contentType?: unknown; fileName?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWrapper = (value: unknown): value is Wrapper =>
  isObject(value) && 'document' in value && !('@context' in value) && !('type' in value);

const withHint = (bytes: Buffer): EmbeddedDocument => ({ bytes, contentType: contentTypeHint(bytes) });

function bytesOf(value: unknown, source: string, pointer: string): Buffer {
  const bytes = isObject(value) ? Buffer.from(source) : textBytesOf(value, pointer);
  if (bytes.length === 0) throw refused('empty-document', pointer, 'must not be empty');
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw refused('document-too-large', pointer, `must have at most ${MAX_DOCUMENT_BYTES} bytes`);
  }
  return bytes;
}

function textBytesOf(value: unknown, pointer: string): Buffer {
  if (typeof value !== 'string') throw refused('invalid-credential', pointer, 'must be an object or a string');
  if (!value.startsWith(BASE64_MARK)) return Buffer.from(value);
  const encoded = value.slice(BASE64_MARK.length);
  if (!BASE64.test(encoded))
    throw refused('invalid-credential', pointer, 'must be base64 (RFC 4648 section 4) after "base64:"');
  return Buffer.from(encoded, 'base64');
}

function typeOf(given: unknown, pointer: string): string {
  const type = typeof given === 'string' ? acceptedType(given) : undefined;
  if (type === undefined) {
    throw refused(
      'document-type-not-accepted',
      `${pointer}/contentType`,
      `must be one of ${ACCEPTED_TYPES.join(', ')}`,
    );
  }
  return type;
}

function fileNameOf(given: unknown, pointer: string): string {
  if (typeof given !== 'string' || given === '' || given.length > MAX_FILE_NAME_LENGTH) {
    throw refused(
      'invalid-file-name',
      `${pointer}/fileName`,
      `must be a text of 1 to ${MAX_FILE_NAME_LENGTH} characters`,
    );
  }
  return given;
}

const refused = (code: string, pointer: string, message: string): Malformed =>
  new Malformed(code, `A credential cannot be taken at ${pointer}: ${message}.`, [{ pointer, code, message }]);
