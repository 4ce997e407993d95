import type { DocumentSource } from '../document-source.js';
import { bakedPng, aPng, textChunk } from '../testing/baked.js';
import { InMemorySource } from '../testing/in-memory-source.js';
import { aBadgeClass, anAssertion, aProfile, at, publishing } from '../testing/open-badge.js';
import { verifyHere } from '../testing/verify-here.js';
import { verifyCredential } from '../verify-credential.js';

const ann = { emails: ['ann@example.org'], dids: [] };

describe('a hosted badge', () => {
  it('is verified when its issuer publishes it, with the facts of all its parts', async () => {
    const report = await verifyHere(anAssertion(), { source: publishing(), candidate: ann });
    expect(report).toMatchObject({
      format: 'openbadges-2',
      verdict: 'verified',
      reasons: ['valid'],
      recipient: { outcome: 'match' },
      issuerIdentity: 'proven',
      issuerDocumentName: 'Example Welding School',
      facts: {
        issuer: { id: at.issuer, name: 'Example Welding School' },
        achievement: { id: at.badge, name: 'Welding, level 3', criteria: { narrative: 'Passed the workshop test.' } },
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validUntil: null,
      },
    });
    expect(report.resolved).toMatchObject({ badge: { id: at.badge, issuer: { id: at.issuer } } });
  });

  it.each([
    ['the assertion', at.assertion],
    ['the BadgeClass', at.badge],
    ['the profile of the issuer', at.issuer],
  ])('cannot be told while %s is out of reach, and is tried again', async (_name, lost) => {
    const source = publishing();
    const without: DocumentSource = {
      load: (url) =>
        url === lost
          ? Promise.resolve({ ok: false, retryable: true, detail: 'no answer', url, status: 503 })
          : source.load(url),
    };
    const report = await verifyHere(anAssertion(), { source: without });
    expect(report).toMatchObject({ verdict: 'unverifiable', reasons: ['unresolvable_key'], retryable: true });
    expect(report.checks.some(({ detail }) => detail.includes(lost))).toBe(true);
  });

  it.each([
    ['HTTP 410 at its address', undefined],
    ['a notice in its place', { '@context': 'https://w3id.org/openbadges/v2', id: at.assertion, revoked: true }],
    ['`revoked` in what is published', anAssertion({ revoked: true, revocationReason: 'Issued by mistake.' })],
  ])('is revoked by %s', async (_name, served) => {
    const source = served ? publishing(served) : gone(at.assertion);
    expect(await verifyHere(anAssertion(), { source })).toMatchObject({ verdict: 'failed', reasons: ['revoked'] });
  });

  it('counts as it is published, with a remark on what differs in the copy that was handed in', async () => {
    const copy = anAssertion({ evidence: 'https://elsewhere.example.org/mine', narrative: 'I am great.' });
    const report = await verifyHere(copy, { source: publishing() });
    expect(report).toMatchObject({ verdict: 'verified', facts: { evidence: [] } });
    expect(report.resolved?.narrative).toBeUndefined();
    expect(report.checks.find(({ code }) => code === 'differs')?.detail).toContain('"evidence", "narrative"');
  });

  it('does not run longer than any copy says', async () => {
    const copy = anAssertion({ expires: '2026-05-01T00:00:00Z' });
    expect(await verifyHere(copy, { source: publishing() })).toMatchObject({ reasons: ['expired'] });
    const published = publishing(anAssertion({ expires: '2026-05-01T00:00:00Z' }));
    expect(await verifyHere(anAssertion(), { source: published })).toMatchObject({ reasons: ['expired'] });
  });

  it('is malformed when the published copy is, whatever was handed in', async () => {
    const source = publishing(anAssertion({ issuedOn: 'yesterday' }));
    expect(await verifyHere(anAssertion(), { source })).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
  });

  it('may be written with addresses of plain http, which are asked for over https', async () => {
    const http = (url: string) => url.replace('https:', 'http:');
    const source = publishing(
      anAssertion({ id: http(at.assertion), badge: http(at.badge) }),
      aBadgeClass({ id: http(at.badge), issuer: http(at.issuer) }),
      aProfile({ id: http(at.issuer) }),
    );
    const handedIn = anAssertion({ id: http(at.assertion), badge: http(at.badge) });
    expect(await verifyHere(handedIn, { source })).toMatchObject({ verdict: 'verified' });
  });

  it('may have its BadgeClass written out, which counts where it has no address', async () => {
    const { id: _id, ...badge } = aBadgeClass();
    const assertion = anAssertion({ badge });
    const report = await verifyHere(assertion, { source: publishing(assertion) });
    expect(report).toMatchObject({ verdict: 'verified', facts: { achievement: { name: 'Welding, level 3' } } });
  });

  it('takes the BadgeClass from its own address, not as the assertion writes it out', async () => {
    const assertion = anAssertion({ badge: aBadgeClass({ name: 'Master of everything' }) });
    const report = await verifyHere(assertion, { source: publishing(assertion) });
    expect(report).toMatchObject({ verdict: 'verified', facts: { achievement: { name: 'Welding, level 3' } } });
  });

  it('is read out of a PNG, also where it is compressed or only the address is baked', async () => {
    const source = publishing();
    const verify = (bytes: Buffer) =>
      verifyCredential(bytes, 'image/png', { at: new Date('2026-06-01T12:00:00Z'), candidate: ann, source });
    const baked = aPng([textChunk(JSON.stringify(anAssertion()), 'openbadges')]);
    expect(await verify(baked)).toMatchObject({ verdict: 'verified', format: 'openbadges-2' });
    const pointer = aPng([textChunk(JSON.stringify({ verify: { type: 'hosted', url: at.assertion } }), 'openbadges')]);
    expect(await verify(pointer)).toMatchObject({ verdict: 'verified', recipient: { outcome: 'match' } });
    expect((await verify(bakedPng('{"verify":{}}'))).verdict).toBe('unsupported');
  });
});

describe('a hosted badge of an impostor', () => {
  const elsewhere = 'https://impostor.example.net/assertion';

  it('is no badge of the issuer whose BadgeClass it names', async () => {
    const forged = anAssertion({ id: elsewhere });
    const source = publishing().serve(elsewhere, forged);
    const report = await verifyHere(forged, { source, candidate: ann });
    expect(report).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'], issuerIdentity: 'unproven' });
  });

  it('does not become another issuer’s by writing its BadgeClass out with another name', async () => {
    const badge = aBadgeClass({ id: 'https://impostor.example.net/badge' });
    const forged = anAssertion({ id: elsewhere, badge });
    const source = publishing().serve(elsewhere, forged).serve('https://impostor.example.net/badge', badge);
    expect(await verifyHere(forged, { source })).toMatchObject({ reasons: ['issuer_mismatch'] });
  });

  it('does not pass off its own profile as the issuer of another host’s BadgeClass', async () => {
    const profile = aProfile({ id: 'https://impostor.example.net/issuer' });
    const forged = anAssertion({ id: elsewhere, badge: aBadgeClass({ issuer: profile }) });
    const source = publishing().serve(elsewhere, forged).serve('https://impostor.example.net/issuer', profile);
    expect(await verifyHere(forged, { source })).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
  });

  it('does not take the id of another host for a BadgeClass of its own', async () => {
    const ours = 'https://impostor.example.net/badge';
    const issuer = 'https://impostor.example.net/issuer';
    const forged = anAssertion({ id: elsewhere, badge: ours });
    const source = new InMemorySource()
      .serve(elsewhere, forged)
      .serve(ours, aBadgeClass({ issuer }))
      .serve(issuer, aProfile({ id: issuer }));
    expect(await verifyHere(forged, { source })).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
  });

  it.each([
    ['recipient', { recipient: { type: 'email', hashed: false, identity: 'mallory@example.org' } }],
    ['badge', { badge: 'https://badges.example.org/badges/master' }],
  ])('is shown wrong when its address serves another %s', async (_name, change) => {
    const report = await verifyHere(anAssertion(change), { source: publishing(), candidate: ann });
    expect(report).toMatchObject({
      verdict: 'failed',
      reasons: ['invalid_signature'],
      recipient: { outcome: 'not_checked' },
      issuerIdentity: 'unproven',
    });
  });

  it('gains nothing from an address that serves what belongs on another host', async () => {
    const forged = anAssertion({ id: elsewhere });
    const source = publishing().serve(elsewhere, anAssertion());
    expect(await verifyHere(forged, { source })).toMatchObject({ verdict: 'failed', reasons: ['invalid_signature'] });
  });

  it('is not found behind a redirect to another host', async () => {
    const open: DocumentSource = {
      async load(url) {
        const body = Buffer.from(JSON.stringify(anAssertion()));
        return url === at.assertion ? { ok: true, body, contentType: '', url: elsewhere } : publishing().load(url);
      },
    };
    expect(await verifyHere(anAssertion(), { source: open })).toMatchObject({ reasons: ['unresolvable_key'] });
  });

  it('has an issuer that cannot be told from another one when that has no address', async () => {
    const assertion = anAssertion({
      badge: { ...aBadgeClass({ issuer: { type: 'Issuer', name: 'Any' } }), id: undefined },
    });
    expect(await verifyHere(assertion, { source: publishing(assertion) })).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['binding_unproven'],
    });
  });

  it('loads no more than its parts, whatever it names', async () => {
    const source = publishing(anAssertion(), aBadgeClass({ alignment: Array.from({ length: 1000 }, alignmentTo) }));
    const report = await verifyHere(anAssertion(), { source });
    expect(report.verdict).toBe('verified');
    expect(new Set(source.asked)).toEqual(new Set([at.assertion, at.badge, at.issuer]));
  });
});

const alignmentTo = (_: unknown, index: number) => ({
  targetName: `skill ${index}`,
  targetUrl: `https://s.example/${index}`,
});

function gone(lost: string): DocumentSource {
  return {
    load: (url) =>
      url === lost
        ? Promise.resolve({
            ok: false,
            retryable: false,
            detail: 'the server answered with status 410',
            url,
            status: 410,
          })
        : publishing().load(url),
  };
}
