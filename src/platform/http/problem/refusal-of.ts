import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '../../errors/index.js';
import { isStoreAway } from './store-away.js';
import type { Refusal } from './problem.js';

const MAX_DETAIL_LENGTH = 500;

const STATUS_OF_KIND: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-acceptable': 406,
  conflict: 409,
  gone: 410,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
};

/** What Fastify and its plugins refuse by themselves, in words that tell the sender what to change. */
const FASTIFY_REFUSALS: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'body-too-large',
    detail: 'The body is larger than this route reads.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'unsupported-media-type',
    detail: 'The Content-Type is not one that can be read here.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'invalid-content-length',
    detail: 'The body is not as long as Content-Length says.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'invalid-url', detail: 'The path is not validly percent-encoded.' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 414, code: 'path-too-long', detail: 'A part of the path is too long.' },
};

/**
 * The answer to an error. Words of errors that are not meant for the sender never get out.
 *
 * @returns undefined for what is our own fault
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof DomainError) return ofDomainError(error);
  if (error instanceof HttpException) return refusalOfCause(error) ?? ofHttpException(error);
  const status = (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return ofStatusError(error as Error, status);
  if (isStoreAway(error)) {
    const detail = 'The service cannot reach its database. Try again in a moment.';
    return { status: 503, code: 'service-unavailable', detail, headers: { 'retry-after': '5' } };
  }
  return undefined;
}

function ofDomainError(error: DomainError): Refusal {
  const { code, detail, errors, kind, members } = error;
  return { status: STATUS_OF_KIND[kind], code, detail, errors, members, headers: headersOf(error) };
}

function headersOf(error: DomainError): Record<string, string> {
  const { retryAfterSeconds } = error as { retryAfterSeconds?: unknown };
  return {
    ...(typeof retryAfterSeconds === 'number' && { 'retry-after': String(retryAfterSeconds) }),
    ...(error.kind === 'unauthenticated' && { 'www-authenticate': 'Bearer' }),
  };
}

/** Nest wraps Fastify's errors; what they are is told by the error inside. */
function refusalOfCause(error: HttpException): Refusal | undefined {
  const { cause } = error;
  if (cause instanceof DomainError) return ofDomainError(cause);
  return FASTIFY_REFUSALS[String((cause as { code?: unknown } | undefined)?.code)];
}

function ofStatusError(error: Error, status: number): Refusal {
  return FASTIFY_REFUSALS[String((error as { code?: unknown }).code)] ?? ofStatus(status);
}

function ofHttpException(error: HttpException): Refusal | undefined {
  const status = error.getStatus();
  if (status >= 500 && status !== 503) return undefined;
  return { ...ofStatus(status), detail: error.message.slice(0, MAX_DETAIL_LENGTH) };
}

function ofStatus(status: number): Refusal {
  const words = STATUS_CODES[status] ?? 'Refused';
  return { status, code: words.toLowerCase().replace(/[^a-z]+/g, '-'), detail: `${words}.` };
}
