import { generateKeyPairSync, sign } from 'node:crypto';
import { openBadge } from '../../demo/world/badge.js';

const AT = new Date('2026-01-01T00:00:00Z');
/** Less than the 32 MiB that an import may have. */
const MOST_BYTES = 30 * 1024 * 1024;

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const issuer = { id: `did:jwk:${base64url(publicKey.export({ format: 'jwk' }))}`, name: 'Bench Academy', suite: 'jwt' };
const header = base64url({ alg: 'EdDSA', typ: 'vc+jwt', kid: `${issuer.id}#0` });

/** Bodies of imports with one person a line, as many as are needed for all lines. */
export function* bodiesOf(lines: number, withCredentials: boolean): Generator<string> {
  let body: string[] = [];
  let bytes = 0;
  for (let n = 0; n < lines; n += 1) {
    const line = lineOf(n, withCredentials);
    if (bytes + line.length > MOST_BYTES) {
      yield body.join('\n');
      [body, bytes] = [[], 0];
    }
    body.push(line);
    bytes += line.length + 1;
  }
  yield body.join('\n');
}

/** A person with one application, and with one badge of their own, a signed token of about 1 kB. */
function lineOf(n: number, withCredentials: boolean): string {
  return JSON.stringify({
    externalIds: [{ system: 'bench', id: String(n) }],
    name: `Person ${n}`,
    emails: [`p${n}@bench.example`],
    applications: [{ externalId: `a-${n}`, jobId: `JOB-${n % 50}` }],
    ...(withCredentials && { credentials: [badgeOf(n)] }),
  });
}

function badgeOf(n: number): string {
  const badge = openBadge(`urn:bench:${n}`, issuer, {
    title: `Badge ${n % 50}`,
    skill: { name: 'Forklift operation' },
    type: 'Assessment',
    recipientEmail: `p${n}@bench.example`,
    validFrom: AT,
  });
  const signed = `${header}.${base64url(badge)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
