import type { Multipart as Part } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, Malformed } from '../../errors/index.js';
import { TooLarge } from '../http-errors.js';
import { routeSettingsOf } from '../route-settings.js';
import type { MultipartLimits } from './multipart-limits.js';

/** One file of a form, whole in memory. */
export interface UploadedFile {
  readonly field: string;
  /** As the sender names it: a label, never a path to write to. */
  readonly filename: string | undefined;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A form that was read within its limits. */
export interface MultipartForm {
  /** Of a field that is sent more than once the last value counts. */
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly UploadedFile[];
}

const forms = new WeakMap<FastifyRequest, Promise<MultipartForm | undefined>>();

/**
 * Reads the form of the request once, however often it is asked for.
 *
 * @returns undefined when the body is no multipart form
 * @throws {Malformed} for a body that is no well-formed form
 * @throws {TooLarge} above one of the route's limits
 */
export function readMultipart(request: FastifyRequest): Promise<MultipartForm | undefined> {
  let form = forms.get(request);
  if (form === undefined) {
    const limits = routeSettingsOf(request.routeOptions.config).multipart;
    form = limits !== undefined && request.isMultipart() ? readForm(request, limits) : Promise.resolve(undefined);
    forms.set(request, form);
  }
  return form;
}

async function readForm(request: FastifyRequest, limits: MultipartLimits): Promise<MultipartForm> {
  const maxTotalBytes = limits.maxTotalBytes ?? limits.maxFileBytes;
  const maxFields = limits.maxFields ?? 20;
  const maxFieldBytes = limits.maxFieldBytes ?? 8192;
  const fields = new Map<string, string>();
  const files: UploadedFile[] = [];
  try {
    let total = 0;
    for await (const part of request.parts({
      limits: {
        fileSize: limits.maxFileBytes,
        files: limits.maxFiles,
        fields: maxFields,
        fieldSize: maxFieldBytes,
        fieldNameSize: 200,
        headerPairs: 20,
        parts: limits.maxFiles + maxFields,
      },
    })) {
      if (part.type === 'file') {
        const content = await part.toBuffer();
        total += content.length;
        if (total > maxTotalBytes) throw new TooLarge('form-too-large', sizeRule('All files together', maxTotalBytes));
        files.push({ field: part.fieldname, filename: part.filename, contentType: part.mimetype, content });
      } else {
        fields.set(part.fieldname, textOf(part, maxFieldBytes));
      }
    }
  } catch (error) {
    throw refusalOf(error, limits);
  }
  return { fields, files };
}

function textOf(part: Extract<Part, { type: 'field' }>, maxFieldBytes: number): string {
  if (part.valueTruncated || part.fieldnameTruncated) {
    throw new TooLarge('field-too-large', sizeRule('A form field', maxFieldBytes));
  }
  if (typeof part.value !== 'string') {
    throw new Malformed('invalid-form', 'Form fields must be text; send documents as files.');
  }
  return part.value;
}

const sizeRule = (what: string, bytes: number): string => `${what} may have at most ${bytes} bytes.`;

/** The plugin's errors in our words; whatever else goes wrong while reading a form is wrong with the form. */
function refusalOf(error: unknown, limits: MultipartLimits): DomainError {
  if (error instanceof DomainError) return error;
  switch ((error as { code?: unknown }).code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return new TooLarge('file-too-large', sizeRule('A file', limits.maxFileBytes));
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return new TooLarge('too-many-parts', `The form may have at most ${limits.maxFiles} file(s) and few fields.`);
    case 'FST_INVALID_JSON_FIELD_ERROR':
      return new Malformed('invalid-form', 'Form fields must be text; send documents as files.');
    default:
      return new Malformed('invalid-form', 'The body is not a complete multipart/form-data form.');
  }
}
