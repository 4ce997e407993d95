import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { BEARER, POLICY, type RoutePolicy } from '../../platform/http/index.js';
import type { Role } from '../domain/role.js';

/** Any of these roles may call the route (or, on a controller, each of its routes that says nothing itself). */
export const Policy = (first: Role, ...others: Role[]): MethodDecorator & ClassDecorator => {
  const roles = [first, ...others];
  const policy: RoutePolicy<Role> = { access: 'roles', roles };
  return applyDecorators(SetMetadata(POLICY, policy), ApiBearerAuth(BEARER), ApiExtension('x-roles', roles));
};
