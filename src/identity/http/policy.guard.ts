import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../platform/errors/index.js';
import { RoleMissing } from '../application/errors.js';
import type { Principal } from '../domain/principal.js';
import { POLICY, type RoutePolicy } from '../../platform/http/index.js';

class NoPolicy extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'no-policy';

  constructor() {
    super('Nobody may call this route.');
  }
}

/** Lets a caller in who has one of the route's roles. A route that states no policy is closed to everyone. */
@Injectable()
export class PolicyGuard implements CanActivate {
  private readonly logger = new Logger('PolicyGuard');

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(POLICY, targets);
    if (policy === undefined) {
      this.logger.error({
        event: 'route.without-policy',
        route: `${context.getClass().name}.${context.getHandler().name}`,
      });
      throw new NoPolicy();
    }
    if (policy.access === 'public') return true;
    const { principal } = context.switchToHttp().getRequest<{ principal?: Principal }>();
    if (principal?.roles.some((role) => policy.roles.includes(role))) return true;
    throw new RoleMissing(policy.roles);
  }
}
