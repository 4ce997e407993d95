import type { JsonObject } from '../json.js';
import { aBadge } from '../testing/badge.js';
import { didKeyIssuer } from '../testing/issuer-key.js';
import { signJwt } from '../testing/sign-jwt.js';
import { InMemorySource } from '../testing/in-memory-source.js';
import { verifyHere } from '../testing/verify-here.js';
import type { Check } from './check.js';

const school = didKeyIssuer(1);
const service = { id: 'https://refresh.school.example/badges/1?token=secret', type: '1EdTechCredentialRefresh' };

async function refreshOf(overrides: JsonObject, source = new InMemorySource()): Promise<Partial<Check>[]> {
  const report = await verifyHere(signJwt(aBadge(school.controller, overrides), school), { source });
  return report.checks
    .filter(({ id }) => id === 'refresh')
    .map(({ outcome, code, detail, subject }) => ({
      outcome,
      code,
      detail,
      ...(subject !== undefined && { subject }),
    }));
}

describe('refreshCheck', () => {
  it('says that a newer version may be had, by type and host, and calls nobody', async () => {
    const source = new InMemorySource();
    const [found] = await refreshOf({ refreshService: service }, source);
    expect(found).toMatchObject({ outcome: 'pass', code: 'offered', subject: 'refreshService' });
    expect(found?.detail).toContain('"1EdTechCredentialRefresh" at "refresh.school.example"');
    expect(found?.detail).not.toContain('secret');
    expect(source.asked).toEqual([]);
  });

  it.each(['VerifiableCredentialRefreshService2021', 'ManualRefreshService2018'])(
    'says of an expired credential with a %s that a newer one may be had',
    async (type) => {
      const [found] = await refreshOf({ refreshService: { ...service, type }, validUntil: '2026-01-02T00:00:00Z' });
      expect(found).toMatchObject({ outcome: 'warning', code: 'refresh-available' });
      expect(found?.detail).toContain(`"${type}" at "refresh.school.example"`);
    },
  );

  it('says so when there is none, and looks at five of many', async () => {
    expect(await refreshOf({})).toMatchObject([{ outcome: 'skipped', code: 'none' }]);
    const many = Array.from({ length: 1_000 }, () => service);
    expect(await refreshOf({ refreshService: many })).toHaveLength(5);
  });

  it('believes no refresh service that nobody signed for', async () => {
    const report = await verifyHere(aBadge(school.controller, { refreshService: service }));
    expect(report.checks.find(({ id }) => id === 'refresh')).toMatchObject({ outcome: 'skipped', code: 'not-signed' });
  });
});
