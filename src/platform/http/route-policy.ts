import { SetMetadata } from '@nestjs/common';

/** Who may call a route. What the roles are is known to the identity room, which also asks for them. */
export type RoutePolicy<Role extends string = string> =
  { readonly access: 'public' } | { readonly access: 'roles'; readonly roles: readonly Role[] };

export const POLICY = 'credence:policy';

/** Everyone may call the route, without credentials. */
export const Public = (): MethodDecorator & ClassDecorator =>
  SetMetadata(POLICY, { access: 'public' } satisfies RoutePolicy);
