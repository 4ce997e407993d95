import { sign } from 'node:crypto';
import type { JsonObject } from './json.js';
import { type OrganizationKeys, readX5c } from './keys/index.js';
import { aBadge } from './testing/badge.js';
import { aCertificate, type CertificateWishes, type TestCertificate, x5cOf } from './testing/certificate.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { verifyHere } from './testing/verify-here.js';

const elm: JsonObject = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
  id: 'urn:credential:1',
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  issuer: {
    id: 'urn:epass:org:1',
    type: 'Organisation',
    legalName: { en: 'Academy' },
    eIDASIdentifier: { id: 'urn:x:1', type: 'LegalIdentifier', notation: 'VATES-A0000 0000' },
  },
  issuanceDate: '2026-01-01T00:00:00Z',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:epass:person:1',
    type: 'Person',
    fullName: { en: 'Ann Lee' },
    contactPoint: { type: 'ContactPoint', emailAddress: { id: 'mailto:ann@example.org', type: 'Mailbox' } },
    hasClaim: { id: 'urn:epass:learningAchievement:1', type: 'LearningAchievement', title: { en: 'Schweißen é' } },
  },
};

const authority = aCertificate('Root', { authority: true });
const seal = (wishes: CertificateWishes = {}): TestCertificate =>
  aCertificate('SEAL', { issuer: authority, organizationId: 'VATES-A00000000', ...wishes });
const signer = seal();
const trusting = (...anchors: TestCertificate[]): OrganizationKeys => {
  const reading = readX5c(x5cOf(...anchors));
  return { anchors: reading.ok ? reading.chain : [], pinnedFor: () => Promise.resolve([]) };
};

interface Wishes {
  header?: JsonObject;
  with?: TestCertificate;
  flattened?: boolean;
  sent?: string;
}

/** The document sealed in JAdES, its payload as plain text unless the header says otherwise. */
function sealed(document: JsonObject, wishes: Wishes = {}): JsonObject {
  const by = wishes.with ?? signer;
  const header = {
    ...{ alg: 'ES256', typ: 'jose+json', kid: 'MIG...', x5c: x5cOf(by) },
    ...{ b64: false, sigT: '2026-01-01T00:00:00Z', crit: ['b64', 'sigT'] },
    ...wishes.header,
  };
  const text = JSON.stringify(document);
  const payload = header.b64 === false ? text : Buffer.from(text).toString('base64url');
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  const bytes = Buffer.from(`${protectedHeader}.${payload}`);
  const signature = sign('sha256', bytes, { key: by.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const one = { protected: protectedHeader, signature };
  const sent = wishes.sent ?? payload;
  return wishes.flattened === true ? { payload: sent, ...one } : { payload: sent, signatures: [one] };
}

const keys = trusting(authority);
const verified = { verdict: 'verified', reasons: ['valid'], format: 'elm' };
const unproven = { verdict: 'unverifiable', reasons: ['binding_unproven'], format: 'elm' };
const certificateCodes = (report: { checks: { id: string; code: string }[] }) =>
  report.checks.filter(({ id }) => id === 'certificate').map(({ code }) => code);

describe('verifyCredential of a European credential in JAdES', () => {
  it.each<[string, Wishes]>([
    ['as plain text', {}],
    ['as base64url', { header: { b64: undefined, crit: ['sigT'] } }],
    ['in flattened form', { flattened: true }],
    ['without critical parameters', { header: { b64: undefined, crit: undefined } }],
  ])(
    'verifies it sealed %s by whom a trusted authority knows under a legal id of the issuer',
    async (_name, wishes) => {
      const report = await verifyHere(sealed(elm, wishes), {
        keys,
        candidate: { emails: ['ann@example.org'], dids: [] },
      });
      expect(report).toMatchObject({ ...verified, recipient: { outcome: 'match' } });
      expect(certificateCodes(report)).toEqual(['chain-trusted']);
      expect(report.facts).toMatchObject({
        issuer: { id: 'urn:x-legal-id:VATES-A00000000', name: 'Academy' },
        achievement: { name: 'Schweißen é' },
        certificates: [{ subject: expect.stringContaining('SEAL') as string }],
      });
    },
  );

  it('shows nothing of the issuer without an authority that is trusted, or by a seal of somebody else', async () => {
    const foreign = await verifyHere(sealed(elm));
    expect(foreign).toMatchObject(unproven);
    expect(certificateCodes(foreign)).toEqual(['no-anchor']);
    for (const organizationId of ['VATES-B11111111', undefined]) {
      const report = await verifyHere(sealed(elm, { with: seal({ organizationId }) }), { keys });
      expect(report).toMatchObject(unproven);
      expect(certificateCodes(report)).toEqual(['other-name']);
    }
    const { eIDASIdentifier: _id, ...nameless } = elm.issuer as JsonObject;
    expect(await verifyHere(sealed({ ...elm, issuer: nameless }), { keys })).toMatchObject(unproven);
  });

  it('shows nothing by a certificate that ran out, and shows that', async () => {
    const report = await verifyHere(sealed(elm, { with: seal({ until: '260501000000Z' }) }), { keys });
    expect(report).toMatchObject(unproven);
    expect(certificateCodes(report)).toEqual(['outside-dates']);
  });

  it('fails when a letter of the text was changed, or another key signed', async () => {
    const sent = JSON.stringify(elm).replace('Academy', 'Akademy');
    expect(await verifyHere(sealed(elm, { sent }), { keys })).toMatchObject({ reasons: ['invalid_signature'] });
    const stolen = { ...sealed(elm, { with: { ...seal(), der: signer.der } }) };
    expect(await verifyHere(stolen, { keys })).toMatchObject({ reasons: ['invalid_signature'] });
  });

  it('fails when one of several signatures does not hold', async () => {
    const good = sealed(elm);
    const [one] = good.signatures as JsonObject[];
    const bad = { ...one, signature: Buffer.alloc(64, 1).toString('base64url') };
    expect(await verifyHere({ ...good, signatures: [one, one] }, { keys })).toMatchObject(verified);
    expect(await verifyHere({ ...good, signatures: [one, bad] }, { keys })).toMatchObject({
      reasons: ['invalid_signature'],
    });
  });

  it.each<[string, JsonObject, string]>([
    ['a critical parameter that is not known', { crit: ['b64', 'exp'], exp: 1 }, 'malformed'],
    ['a critical parameter that is not there', { crit: ['b64', 'adoTst'] }, 'malformed'],
    ['a detached payload', { crit: ['b64', 'sigD'], sigD: {} }, 'malformed'],
    ['alg none', { alg: 'none' }, 'unsigned'],
    ['a shared secret', { alg: 'HS256' }, 'malformed'],
    ['no certificate', { x5c: undefined }, 'unresolvable_key'],
    ['a broken certificate', { x5c: ['AAAA'] }, 'unresolvable_key'],
  ])('is not verified with %s', async (_name, header, reason) => {
    expect((await verifyHere(sealed(elm, { header }), { keys })).reasons).toEqual([reason]);
  });

  it.each(['http://uri.etsi.org/19182/ObjectIdByURIHash', 'http://uri.etsi.org/19182/HttpHeaders'])(
    'is not supported where what it signs lies elsewhere, by %s, and nothing is fetched',
    async (mId) => {
      const sigD = { mId, pars: ['https://elsewhere.example/1', 'https://elsewhere.example/2'], hashM: 'S256' };
      const { payload: _left, ...detached } = sealed(elm, { header: { crit: ['b64', 'sigT', 'sigD'], sigD } });
      const source = new InMemorySource();
      const report = await verifyHere(detached, { keys, source });
      expect(report).toMatchObject({ format: 'elm', reasons: ['unsupported'] });
      expect(report.checks[0]?.detail).toContain(`sigD by "${mId}", 2 parts`);
      expect(source.asked).toEqual([]);
    },
  );

  it.each<[string, JsonObject]>([
    ['no signatures', { payload: JSON.stringify(elm), signatures: [] }],
    ['too many signatures', { payload: JSON.stringify(elm), signatures: new Array(9).fill({}) }],
    ['a signature that is none', { payload: JSON.stringify(elm), signatures: [7] }],
    ['a key twice in the payload', sealed(elm, { sent: '{"type":"EuropeanDigitalCredential","type":"x"}' })],
  ])('is malformed with %s', async (_name, document) => {
    expect(await verifyHere(document, { keys })).toMatchObject({ reasons: ['malformed'], format: 'elm' });
  });

  it('is unsigned as the mere credential', async () => {
    expect(await verifyHere(elm)).toMatchObject({ reasons: ['unsigned'], format: 'elm' });
  });
});

describe('verifyCredential of a learner record of HR Open', () => {
  const school = didKeyIssuer(1);
  const record = {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'http://schema.hropenstandards.org/4.5/x/LER-RSType.json'],
    id: 'http://www.hropen.org',
    type: ['VerifiableCredential', 'LER-RS VC'],
    issuer: school.controller,
    issuanceDate: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: 'http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json',
      certifications: [{ name: 'x', verifications: [{ reference: 'https://a.example' }, aBadge(school.controller)] }],
      educationAndLearnings: [{ verifications: [aBadge(school.controller, { id: 'urn:uuid:2' })] }],
    },
  };

  it('gives out the credentials that prove its entries, whatever it is worth itself', async () => {
    const report = await verifyHere({ ...record, issuer: 'Resume Builder', proof: { type: 'RsaSignature2018' } });
    expect(report).toMatchObject({ verdict: 'failed', format: 'ler-rs' });
    expect(report.reasons).toContain('malformed');
    expect(report.contained.map(({ path }) => path)).toEqual([
      '/credentialSubject/certifications/0/verifications/1',
      '/credentialSubject/educationAndLearnings/0/verifications/0',
    ]);
  });

  it('is verified as what its issuer signed, and unsigned or of an unknown suite called so', async () => {
    const claims = { vc: record, iss: school.controller, jti: record.id, nbf: 1_767_225_600 };
    expect(await verifyHere(signJwt(claims, school))).toMatchObject({ verdict: 'verified', format: 'ler-rs' });
    expect(await verifyHere(record)).toMatchObject({ reasons: ['unsigned'] });
    const proof = { type: 'RsaSignature2018', verificationMethod: 'https://a.example#1', jws: 'x' };
    expect(await verifyHere({ ...record, proof })).toMatchObject({ reasons: ['unsupported'] });
  });
});
