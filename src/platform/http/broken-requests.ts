import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../ids/index.js';
import { problemOf, PROBLEM_TYPE, type Refusal } from './problem/problem.js';
import { refusalOf } from './problem/refusal-of.js';

const BROKEN: Refusal = { status: 400, code: 'invalid-request', detail: 'This is not a well-formed HTTP request.' };
const BROKEN_BY_CODE: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers-too-large', detail: 'The request headers are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request-timeout', detail: 'The request took too long to arrive.' },
};

/** Answers what the router refuses before any handler is chosen, such as a path that cannot be decoded. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error) ?? BROKEN;
  void reply
    .status(refusal.status)
    .header('x-request-id', request.id)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(refusal, request.id)));
}

/** Answers on the bare socket what is no HTTP request at all. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = BROKEN_BY_CODE[error.code ?? ''] ?? BROKEN;
  const requestId = newId();
  const body = JSON.stringify(problemOf(refusal, requestId));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
