import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '../domain/principal.js';

/** The authenticated caller, on routes with a `@Policy`. */
export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<{ principal?: Principal }>();
  if (principal === undefined) throw new Error('a public route has no principal');
  return principal;
});
