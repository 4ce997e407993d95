import type { Egress } from '../../../platform/egress/index.js';
import { RegistryReaders, type TrustRegistry } from '../../../trust/index.js';
import { keySetOf, webIssuer } from '../../domain/testing/issuer-key.js';
import { signJwt } from '../../domain/testing/sign-jwt.js';
import { FederationReader } from './federation-reader.js';

const at = new Date('2026-06-01T12:00:00Z');
const times = { iat: at.getTime() / 1000 - 60, exp: at.getTime() / 1000 + 3_600 };
const key = webIssuer('P-256', 'https://anchor.example');

/** A federation without end: whoever is asked names five superiors that were never heard of, and vouches for everybody. */
function endlessFederation() {
  const asked: string[] = [];
  const egress = {
    fetch(url: string) {
      asked.push(url);
      const { origin, searchParams } = new URL(url);
      const hints = [1, 2, 3, 4, 5].map((place) => origin.replace('https://', `https://s${place}-`));
      const claims = {
        ...{ iss: origin, sub: searchParams.get('sub') ?? origin, ...times, jwks: keySetOf(key) },
        metadata: { federation_entity: { federation_fetch_endpoint: `${origin}/fetch` } },
        ...(origin !== 'https://anchor.example' && { authority_hints: hints }),
      };
      const body = Buffer.from(signJwt(claims, key, { typ: 'entity-statement+jwt' }));
      const document = { url, status: 200, contentType: 'application/entity-statement+jwt', body, fetchedAt: at };
      return Promise.resolve({ ok: true, document });
    },
  };
  const clock = { now: () => at };
  const reader = new FederationReader(egress as unknown as Egress, clock, new RegistryReaders());
  return { reader, asked };
}

describe('FederationReader', () => {
  it('loads thirty statements for one question, however many superiors there are', async () => {
    const { reader, asked } = endlessFederation();
    const registry = { source: 'https://anchor.example', settings: {} } as unknown as TrustRegistry;
    const { entry } = await reader.ask(registry, 'https://school.example');
    expect(entry.outcome).toBe('unknown');
    expect(asked).toHaveLength(30);
  });
});
