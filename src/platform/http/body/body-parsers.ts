import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedType } from '../http-errors.js';
import { routeSettingsOf } from '../route-settings.js';
import { parseStrictJson } from './strict-json.js';

const JSON_TYPES = new Set(['application/json', 'application/merge-patch+json']);

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, where it was read as a whole. */
    rawBody?: Buffer;
  }
}

/**
 * One parser for every content type: it reads the bytes, then gives the route what it asked for, the bytes themselves or
 * strict JSON. Forms are left to the handler, which reads them within its own limits.
 */
export function readBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  instance.decorateRequest('rawBody');
  instance.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      done(null, bodyFor(request, bytes));
    } catch (error) {
      done(error as Error);
    }
  });
  // The limits that count are those of each route; without throwing, a file that is cut off would look whole.
  void instance.register(multipart, { throwFileSizeLimit: true });
  instance.addHook('onRoute', (route) => {
    const { bodyLimit } = routeSettingsOf(route.config);
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  instance.addHook('preParsing', (request, _reply, payload, done) => {
    done(refusedBefore(request), payload);
  });
}

function bodyFor(request: FastifyRequest, bytes: Buffer): unknown {
  if (request.is404) return undefined;
  request.rawBody = bytes;
  if (routeSettingsOf(request.routeOptions.config).rawBody) return bytes;
  return bytes.length === 0 ? undefined : parseStrictJson(bytes);
}

/** What can be refused by the headers alone is refused before a byte is read. */
function refusedBefore(request: FastifyRequest): UnsupportedType | null {
  if (request.is404 || !mayHaveBody(request)) return null;
  const { rawBody, multipart: form } = routeSettingsOf(request.routeOptions.config);
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return new UnsupportedType('unsupported-content-encoding', 'Send the body without Content-Encoding.');
  }
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() === 'multipart/form-data') return form === undefined ? refused('application/json') : null;
  if (rawBody) return null;
  if (form !== undefined) return refused('multipart/form-data');
  if (!JSON_TYPES.has(type.trim())) return refused('application/json');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  return charset === undefined || /^charset="?utf-8"?$/.test(charset) ? null : refused('application/json in UTF-8');
}

const refused = (taken: string): UnsupportedType =>
  new UnsupportedType('unsupported-media-type', `This route takes ${taken}.`);

/** GET and HEAD bodies mean nothing (RFC 9110 section 9.3.1) and are not read. */
const mayHaveBody = (request: FastifyRequest): boolean =>
  request.method !== 'GET' &&
  request.method !== 'HEAD' &&
  (request.headers['transfer-encoding'] !== undefined ||
    (request.headers['content-length'] !== undefined && request.headers['content-length'] !== '0'));
