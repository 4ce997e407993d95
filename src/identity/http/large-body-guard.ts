import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_BODY_LIMIT, routeSettingsOf } from '../../platform/http/index.js';
import { Authenticator } from '../application/authenticator.js';

/**
 * Reads bodies above the default size from authenticated callers only. Guards run when the body is in memory already,
 * which would let anybody fill it.
 */
@Injectable()
export class LargeBodyGuard implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance<FastifyInstance>();
    instance.addHook('preParsing', async (request, _reply, payload) => {
      const { bodyLimit = 0 } = routeSettingsOf(request.routeOptions.config);
      if (bodyLimit > DEFAULT_BODY_LIMIT) await this.authenticator.authenticate(request.headers.authorization);
      return payload;
    });
  }
}
