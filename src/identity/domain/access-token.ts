import { isRole, type Role } from './role.js';
import type { Principal } from './principal.js';

/** Where the tokens of an issuer name organization and roles: the name of a claim, or a path of names with dots. */
export interface ClaimNames {
  readonly issuer: string;
  readonly organizationClaim: string;
  readonly rolesClaim: string;
}

type Claims = Readonly<Record<string, unknown>>;

const MAX_SUBJECT_LENGTH = 255;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What only an ID token carries (OpenID Connect Core sections 2 and 3.3.2.11); it says who logged in, not what they may. */
const ID_TOKEN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];
/** Keycloak says in a claim what a token is, whatever its header says. */
const OTHER_TOKENS: readonly unknown[] = ['ID', 'Refresh', 'Offline', 'Logout'];
const TOKEN_TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);

/** Whether a JWT can be an access token at all: by its `typ` (RFC 9068 section 2.1) and by what it does not carry. */
export const isAccessToken = (typ: unknown, claims: Claims): boolean =>
  typeof typ === 'string' &&
  TOKEN_TYPES.has(typ.toLowerCase()) &&
  !ID_TOKEN_CLAIMS.some((name) => claims[name] !== undefined) &&
  !OTHER_TOKENS.includes(claims.typ);

/**
 * The person that proven claims speak of. Unknown roles are left out, so the list may be empty.
 *
 * @returns undefined when subject or organization is missing or not usable
 */
export function principalOf(claims: Claims, names: ClaimNames): Principal | undefined {
  const { sub } = claims;
  const organizationId = claimAt(claims, names.organizationClaim);
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_SUBJECT_LENGTH) return undefined;
  if (typeof organizationId !== 'string' || !UUID.test(organizationId)) return undefined;
  return {
    kind: 'person',
    id: `${names.issuer}|${sub}`,
    organizationId: organizationId.toLowerCase(),
    roles: rolesOf(claimAt(claims, names.rolesClaim)),
  };
}

function rolesOf(claim: unknown): Role[] {
  const names: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return [...new Set(names.filter(isRole))];
}

/** A claim may have dots in its name (`https://example.org/roles`), so the whole name is tried before the path. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Claims)[step];
  }
  return value;
}
