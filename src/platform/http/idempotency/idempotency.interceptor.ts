import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Malformed } from '../../errors/index.js';
import { currentRequest } from '../request-context.js';
import { CREATES, type CreatesOptions } from './creates.decorator.js';
import { fingerprintOf } from './fingerprint.js';
import { IdempotencyStore, type KeptAnswer, type KeyUse } from './idempotency-store.js';
import { AnswerIsSealed, KeyInProgress, KeyReused } from './key-errors.js';
import { seal, unseal } from './sealed-text.js';

const KEPT_HEADERS = ['location', 'etag'] as const;

/** One creating request and how its answer is kept. */
interface Creation {
  readonly use: KeyUse;
  readonly reply: FastifyReply;
  /** Seals the body, where it holds a secret. */
  readonly password: string | undefined;
}

/** Makes repeating a creating POST with the same `Idempotency-Key` harmless. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(
    private readonly reflector: Reflector,
    private readonly store: IdempotencyStore,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const options = this.reflector.get<CreatesOptions | undefined>(CREATES, context.getHandler());
    if (options === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const use = await keyUseOf(request);
    if (use === undefined) return next.handle();
    const password = options.holdsSecret ? (request.headers.authorization ?? '') : undefined;
    const creation: Creation = { use, password, reply: context.switchToHttp().getResponse<FastifyReply>() };
    const claim = await this.store.claim(use);
    switch (claim.kind) {
      case 'claimed':
        return from(this.answerOnce(creation, claim.at, next));
      case 'answered':
        return from([repeated(creation, claim.answer)]);
      case 'in-progress':
        throw new KeyInProgress();
      case 'other-body':
        throw new KeyReused();
    }
  }

  private async answerOnce(creation: Creation, claimedAt: string, next: CallHandler): Promise<unknown> {
    const { use, reply } = creation;
    let value: unknown;
    try {
      value = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.note('release', this.store.release(use, claimedAt));
      throw error;
    }
    if (reply.statusCode >= 200 && reply.statusCode < 300) {
      await this.note('keep', this.store.keep(use, claimedAt, answerOf(creation, value)));
    } else {
      await this.note('release', this.store.release(use, claimedAt));
    }
    return value;
  }

  /** The thing is created by now, or refused: losing the note about it must not change the answer. */
  private async note(step: string, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      this.logger.error({ event: 'idempotency.not-noted', step }, error instanceof Error ? error.stack : String(error));
    });
  }
}

async function keyUseOf(request: FastifyRequest): Promise<KeyUse | undefined> {
  const key = request.headers['idempotency-key'];
  const principal = currentRequest()?.principal;
  if (key === undefined || principal === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new Malformed('invalid-idempotency-key', 'Idempotency-Key must be 1 to 255 printable ASCII characters.');
  }
  const path = request.url.split('?', 1)[0] ?? '';
  return {
    organizationId: principal.organizationId,
    principalId: principal.id,
    route: `${request.method} ${path}`,
    key,
    fingerprint: await fingerprintOf(request),
  };
}

function answerOf({ reply, password }: Creation, value: unknown): KeptAnswer {
  const headers = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)]).filter(
    ([, set]) => typeof set === 'string',
  );
  const text = value === undefined ? null : JSON.stringify(value);
  const body = text === null || password === undefined ? text : seal(text, password);
  return { status: reply.statusCode, headers: Object.fromEntries(headers) as Record<string, string>, body };
}

function repeated({ reply, password }: Creation, answer: KeptAnswer): unknown {
  const body = answer.body === null || password === undefined ? answer.body : unseal(answer.body, password);
  if (body === undefined) throw new AnswerIsSealed();
  void reply.status(answer.status).headers({ ...answer.headers, 'idempotent-replayed': 'true' });
  return body === null ? undefined : JSON.parse(body);
}
