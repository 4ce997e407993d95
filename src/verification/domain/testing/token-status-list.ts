import { deflateSync } from 'node:zlib';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from './issuer-key.js';
import { signJwt } from './sign-jwt.js';

export const tokenListUrl = 'https://status.example/lists/7';

/** A signed Token Status List with one byte for each entry of `bytes`; `overrides` replace whole claims. */
export function aTokenStatusList(
  key: IssuerKey,
  bytes: readonly number[],
  options: { bits?: unknown; lst?: unknown; overrides?: JsonObject; header?: JsonObject } = {},
): string {
  const {
    bits = 1,
    lst = deflateSync(Buffer.from(bytes)).toString('base64url'),
    overrides = {},
    header = {},
  } = options;
  // Issued at 2026-05-01T00:00:00Z.
  const claims = { sub: tokenListUrl, iat: 1_777_593_600, status_list: { bits, lst }, ...overrides };
  return signJwt(claims, key, { typ: 'statuslist+jwt', ...header });
}

export function tokenStatus(idx: unknown, uri: unknown = tokenListUrl): JsonObject {
  return { status_list: { idx, uri } };
}
