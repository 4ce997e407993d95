import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from '../../src/identity/index.js';

const ISSUER = 'https://login.example.org';

export interface People {
  /** What makes the service take the tokens, without any outgoing request. */
  readonly environment: Record<string, string>;
  /** The access token of a person. */
  token(subject: string, organizationId: string, roles: readonly Role[]): Promise<string>;
  remove(): void;
}

/** People who sign in at an identity provider of the test. */
export async function somePeople(): Promise<People> {
  const folder = mkdtempSync(join(tmpdir(), 'credence-people-'));
  const pair = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }];
  const jwksUri = `${ISSUER}/jwks`;
  const documents = {
    [`${ISSUER}/.well-known/openid-configuration`]: ['discovery.json', { issuer: ISSUER, jwks_uri: jwksUri }],
    [jwksUri]: ['jwks.json', { keys }],
  } as const;
  for (const [name, body] of Object.values(documents)) writeFileSync(join(folder, name), JSON.stringify(body));
  const pinned = Object.fromEntries(Object.entries(documents).map(([url, [name]]) => [url, name]));
  writeFileSync(join(folder, 'pinned.json'), JSON.stringify(pinned));
  const settings = { issuer: ISSUER, audience: 'credence', organizationClaim: 'org', rolesClaim: 'roles' };
  return {
    environment: { OIDC_ISSUERS: JSON.stringify([settings]), PINNED_DOCUMENTS: join(folder, 'pinned.json') },
    token: (sub, org, roles) =>
      new SignJWT({ iss: ISSUER, aud: 'credence', sub, org, roles })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
        .setExpirationTime('5m')
        .sign(pair.privateKey),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
