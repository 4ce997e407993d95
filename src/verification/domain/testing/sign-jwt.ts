import { sign } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from './issuer-key.js';

/** A compact JWS over `claims`; EdDSA, ES256 or RS256 by the kind of key. */
export function signJwt(claims: unknown, key: IssuerKey, header: JsonObject = {}): string {
  const kind = key.privateKey.asymmetricKeyType;
  const alg = kind === 'ed25519' ? 'EdDSA' : kind === 'ec' ? 'ES256' : 'RS256';
  const full = { alg, typ: 'vc+jwt', kid: key.method, ...header };
  const input = [full, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature =
    kind === 'ed25519'
      ? sign(null, Buffer.from(input), key.privateKey)
      : sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}
