import type { Role } from './role.js';

/** Who calls. */
export interface Principal {
  readonly kind: 'api-key' | 'person' | 'connection';
  /** Of a key or a connection its id; of a person the token's issuer and subject, since two issuers may use one subject. */
  readonly id: string;
  readonly organizationId: string;
  readonly roles: readonly Role[];
}
