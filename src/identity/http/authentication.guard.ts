import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from '../application/authenticator.js';
import type { Principal } from '../domain/principal.js';
import { POLICY, type RoutePolicy } from '../../platform/http/index.js';

/** Names the caller of every route that is not public. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(POLICY, targets);
    if (policy?.access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { principal?: Principal }>();
    request.principal = await this.authenticator.authenticate(request.headers.authorization);
    request.requestContext.principal = request.principal;
    return true;
  }
}
