import { gzipSync } from 'node:zlib';
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

  it('fetches what the issuer publishes once the credential ran out, and hands it on to be judged apart', async () => {
    const newer = signJwt(aBadge(school.controller), school);
    const source = new InMemorySource().serve(service.id, newer);
    const expired = { refreshService: service, validUntil: '2026-01-02T00:00:00Z' };
    const report = await verifyHere(signJwt(aBadge(school.controller, expired), school), { source });
    expect(report).toMatchObject({ verdict: 'failed', reason: 'expired' });
    const found = report.checks.find(({ id }) => id === 'refresh');
    expect(found).toMatchObject({ outcome: 'pass', code: 'refreshed', subject: 'refreshService' });
    expect(found?.detail).toContain('"refresh.school.example"');
    expect(found?.detail).not.toContain('secret');
    expect(report.contained).toMatchObject([{ path: '/refreshService', url: service.id, bytes: Buffer.from(newer) }]);
  });

  it('fetches it as well when a status list announces a newer version', async () => {
    const entry = { id: 'urn:1', type: 'BitstringStatusListEntry', statusPurpose: 'refresh', statusListIndex: '1' };
    const listUrl = 'https://school.example/status/refresh';
    const bits = Buffer.alloc(16_384);
    bits.writeUInt8(0b0100_0000, 0);
    const list = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: listUrl,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: school.controller,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: `${listUrl}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'refresh',
        encodedList: `u${gzipSync(bits).toString('base64url')}`,
      },
    };
    const source = new InMemorySource()
      .serve(listUrl, signJwt(list, school))
      .serve(service.id, signJwt(aBadge(school.controller), school));
    const badge = { refreshService: service, credentialStatus: { ...entry, statusListCredential: listUrl } };
    const report = await verifyHere(signJwt(aBadge(school.controller, badge), school), { source });
    expect(report).toMatchObject({ verdict: 'verified' });
    expect(report.checks.find(({ id }) => id === 'refresh')).toMatchObject({ outcome: 'pass', code: 'refreshed' });
    expect(report.contained).toHaveLength(1);
  });

  it.each([
    ['refresh-unreachable', undefined],
    ['refresh-empty', '{"error":"sign in first"}'],
  ] as const)('goes on with what it has: %s', async (code, answer) => {
    const source = new InMemorySource();
    if (answer !== undefined) source.serve(service.id, answer);
    const [found] = await refreshOf({ refreshService: service, validUntil: '2026-01-02T00:00:00Z' }, source);
    expect(found).toMatchObject({ outcome: 'warning', code });
  });

  it('asks nobody for a document that nothing more can be taken out of', async () => {
    const source = new InMemorySource().serve(service.id, signJwt(aBadge(school.controller), school));
    const expired = { refreshService: service, validUntil: '2026-01-02T00:00:00Z' };
    const text = signJwt(aBadge(school.controller, expired), school);
    const report = await verifyHere(text, { source, mayContain: 0 });
    expect(report.contained).toEqual([]);
    expect(source.asked).toEqual([]);
  });

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
