import type { JsonObject } from './json.js';
import { aBadge, anOlderBadge, aSubject } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didDocumentOf, didKeyIssuer, didWebIssuer, type IssuerKey } from './testing/issuer-key.js';
import { signEmbedded, type SigningSuiteName } from './testing/sign-embedded.js';
import { noon, verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const other = didKeyIssuer(2);
const didUrl = 'https://issuer.example/badges/did.json';

describe('verifyCredential', () => {
  it('verifies a badge and reports every check, the facts and the recipient', async () => {
    const badge = await signEmbedded(aBadge(school.controller, { validUntil: '2027-01-01T00:00:00Z' }), school);
    const report = await verifyHere(badge, { candidate: { emails: [], dids: ['did:example:ann'] } });
    expect(report).toMatchObject({
      format: 'openbadges-3',
      verdict: 'verified',
      reason: 'valid',
      reasons: ['valid'],
      retryable: false,
      issuerIdentity: 'proven',
      recipient: { outcome: 'match' },
      facts: {
        issuer: { id: school.controller, name: 'Example Welding School' },
        achievement: { name: 'Welding, level 3', type: 'Certification' },
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validUntil: new Date('2027-01-01T00:00:00Z'),
        statusEntries: [],
      },
    });
    expect(report.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['shape', 'pass'],
      ['terms', 'pass'],
      ['claims', 'skipped'],
      ['proof', 'pass'],
      ['binding', 'pass'],
      ['certificate', 'skipped'],
      ['validity-period', 'pass'],
      ['status', 'skipped'],
      ['refresh', 'skipped'],
      ['achievement-type', 'pass'],
      ['creator', 'skipped'],
      ['achievement', 'pass'],
      ['result', 'skipped'],
      ['endorsement', 'skipped'],
    ]);
    expect(report.checks.every(({ checkedAt }) => checkedAt === noon)).toBe(true);
  });

  it.each(['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const)('verifies a badge of 1.1 with %s', async (suite) => {
    const badge = await signEmbedded(anOlderBadge(school.controller), school, suite);
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'verified', issuerIdentity: 'proven' });
  });

  it.each(['context.json', 'context-2.0.1.json'])('verifies a learner record in the words of %s', async (name) => {
    const record = aBadge(school.controller, {
      id: 'urn:uuid:7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d',
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        `https://purl.imsglobal.org/spec/clr/v2p0/${name}`,
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        id: 'did:example:ann',
        type: ['ClrSubject'],
        association: [
          { type: ['Association'], associationType: 'isPartOf', sourceId: 'urn:uuid:1', targetId: 'urn:uuid:2' },
        ],
        verifiableCredential: [await signEmbedded(aBadge(school.controller), school)],
      },
    });
    expect(await verifyHere(await signEmbedded(record, school))).toMatchObject({
      verdict: 'verified',
      format: 'clr-2',
    });
  });

  it('verifies a credential in the words of the Digital Credentials Consortium', async () => {
    const degree = anOlderBadge(school.controller, {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://w3id.org/dcc/v1',
        'https://w3id.org/security/data-integrity/v2',
      ],
      type: ['VerifiableCredential'],
      issuer: { id: school.controller, name: 'Example Welding School' },
      credentialSubject: { name: 'Ann', hasCredential: { name: 'Welding, level 3' } },
    });
    const { name: _none, ...credential } = degree;
    expect(await verifyHere(await signEmbedded(credential, school))).toMatchObject({ verdict: 'verified' });
  });

  it('verifies with a key of a DID document on the web, and names what that document calls the issuer', async () => {
    const issuer = didWebIssuer(3);
    const badge = await signEmbedded(aBadge(issuer.controller), issuer);
    const source = new InMemorySource().serve(didUrl, didDocumentOf(issuer));
    const report = await verifyHere(badge, { source });
    expect(report).toMatchObject({ verdict: 'verified', issuerDocumentName: 'Example Issuer' });
    expect(source.asked).toEqual([didUrl]);
  });

  it('cannot verify when the document with the key is out of reach, and would try again', async () => {
    const issuer = didWebIssuer(3);
    const badge = await signEmbedded(aBadge(issuer.controller), issuer);
    const report = await verifyHere(badge);
    expect(report).toMatchObject({ verdict: 'unverifiable', reasons: ['unresolvable_key'], retryable: true });
    expect(report.checks.find(({ id }) => id === 'proof')?.detail).toContain(didUrl);
  });

  it('does not take a key that stands only in the id that names it', async () => {
    const web = 'https://school.example/issuers/1';
    const fragment = school.method.split('#')[1];
    const method = `${web}#${fragment}`;
    const badge = await signEmbedded(aBadge(web), { ...school, method });
    expect(await verifyHere(badge)).toMatchObject({
      verdict: 'unverifiable',
      reasons: ['binding_unproven'],
      issuerIdentity: 'unproven',
    });
    const altered = { ...badge, name: 'Welding, level 9' };
    expect(await verifyHere(altered)).toMatchObject({ verdict: 'failed', reasons: ['invalid_signature'] });
  });

  it('fails a credential that somebody else signed', async () => {
    const badge = await signEmbedded(aBadge(school.controller), other);
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
  });

  it('fails a credential without a proof and says nothing of whom it names', async () => {
    const report = await verifyHere(
      aBadge(school.controller, { validUntil: '2020-01-01T00:00:00Z', validFrom: '2019-01-01T00:00:00Z' }),
      {
        candidate: { emails: [], dids: ['did:example:ann'] },
      },
    );
    expect(report).toMatchObject({
      verdict: 'failed',
      reasons: ['unsigned'],
      recipient: { outcome: 'not_checked' },
    });
  });

  describe('dates', () => {
    it.each([
      ['at the instant it starts', { validFrom: '2026-06-01T12:00:00Z' }, 'verified', ['valid']],
      ['a moment before it starts', { validFrom: '2026-06-01T12:00:00.001Z' }, 'failed', ['not_yet_valid']],
      ['at the instant it ends', { validUntil: '2026-06-01T14:00:00+02:00' }, 'failed', ['expired']],
      ['a moment before it ends', { validUntil: '2026-06-01T12:00:00.001Z' }, 'verified', ['valid']],
      ['that ends before it starts', { validUntil: '2025-12-31T23:59:59Z' }, 'failed', ['malformed', 'expired']],
    ])('judges a credential %s', async (_name, dates, verdict, reasons) => {
      const badge = await signEmbedded(aBadge(school.controller, dates), school);
      expect(await verifyHere(badge)).toMatchObject({ verdict, reasons });
    });

    it('says expired of a badge that ran out even if its key cannot be had', async () => {
      const issuer = didWebIssuer(3);
      const badge = await signEmbedded(aBadge(issuer.controller, { validUntil: '2026-05-01T00:00:00Z' }), issuer);
      expect(await verifyHere(badge)).toMatchObject({
        verdict: 'failed',
        reasons: ['expired', 'unresolvable_key'],
        retryable: false,
      });
    });
  });

  describe('proofs', () => {
    it('verifies a set of proofs by the issuer, each reported', async () => {
      const twice = await signEmbedded(
        await signEmbedded(anOlderBadge(school.controller), school),
        school,
        'Ed25519Signature2020',
      );
      const report = await verifyHere(twice);
      expect(report.verdict).toBe('verified');
      expect(report.checks.filter(({ id }) => id === 'proof').map(({ subject }) => subject)).toEqual([
        'proof/0',
        'proof/1',
      ]);
    });

    it('fails when one proof of a set does not hold', async () => {
      const once = await signEmbedded(anOlderBadge(school.controller), school);
      const elsewhere = await signEmbedded(anOlderBadge(school.controller, { name: 'Other' }), school);
      const report = await verifyHere({ ...once, proof: [once.proof, elsewhere.proof] });
      expect(report.reasons).toEqual(['invalid_signature']);
      expect(report.checks.filter(({ id }) => id === 'proof').map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
    });

    it('fails when somebody else signed as well', async () => {
      const both = await signEmbedded(await signEmbedded(aBadge(school.controller), school), other);
      expect(await verifyHere(both)).toMatchObject({ verdict: 'failed', reasons: ['issuer_mismatch'] });
    });

    it('reports a proof of an unknown suite beside one that holds', async () => {
      const badge = await signEmbedded(aBadge(school.controller), school);
      const unknown = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', verificationMethod: school.method };
      const report = await verifyHere({ ...badge, proof: [unknown, badge.proof] });
      expect(report.verdict).toBe('verified');
      expect(report.checks.find(({ subject }) => subject === 'proof/0')).toMatchObject({
        outcome: 'unknown',
        code: 'unknown-suite',
      });
    });

    it('does not support a credential with proofs of unknown suites alone', async () => {
      const proof = { type: 'MerkleProof2019', verificationMethod: `${school.method}` };
      expect(await verifyHere({ ...aBadge(school.controller), proof })).toMatchObject({
        verdict: 'unsupported',
        reasons: ['unsupported'],
      });
    });

    it('holds no undefined word against a credential whose suite may sign the text', async () => {
      const proof = { type: 'DataIntegrityProof', cryptosuite: 'quantum-2050', verificationMethod: school.method };
      const report = await verifyHere(aBadge(school.controller, { proof, grade: 'A' }));
      expect(report.reasons).toEqual(['unsupported']);
    });

    it('sees even so that the key of a did:key is not the issuer’s', async () => {
      const proof = { type: 'MerkleProof2019', verificationMethod: other.method };
      expect(await verifyHere({ ...aBadge(school.controller), proof })).toMatchObject({
        verdict: 'failed',
        reasons: ['issuer_mismatch', 'unsupported'],
      });
    });

    it.each([
      ['no object', 'text', ['malformed']],
      ['no type', {}, ['malformed']],
      ['no method', { type: 'Ed25519Signature2020', proofValue: 'z1' }, ['malformed']],
      ['no value', { type: 'Ed25519Signature2020', verificationMethod: school.method }, ['malformed']],
      ['more than eight', Array.from({ length: 9 }, () => ({ type: 'x' })), ['unsupported']],
    ])('refuses a proof that is %s', async (_name, proof, reasons) => {
      const report = await verifyHere(anOlderBadge(school.controller, { proof }));
      expect(report.reasons).toEqual(reasons);
    });

    it.each(['z', 'zzzz', 'u1111', '', `z${'1'.repeat(64)}`, `z${'2'.repeat(100_000)}`])(
      'fails the signature %.20j',
      async (proofValue) => {
        const badge = await signEmbedded(aBadge(school.controller), school);
        const proof = { ...(badge.proof as object), proofValue };
        expect(await verifyHere({ ...badge, proof })).toMatchObject({ reasons: ['invalid_signature'] });
      },
    );

    it('fails a proof made for another purpose', async () => {
      const badge = await signEmbedded(aBadge(school.controller), school, 'eddsa-rdfc-2022', {
        proofPurpose: 'authentication',
        challenge: 'x',
      });
      expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
    });

    it('fails a proof that ran out', async () => {
      const badge = await signEmbedded(aBadge(school.controller), school, 'eddsa-rdfc-2022', {
        expires: '2026-06-01T12:00:00Z',
      });
      expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['expired'] });
    });

    describe('in a chain', () => {
      const first = 'urn:uuid:6a1685ca-901e-4a3f-9d2b-7d3c7a9f0001';
      const rdfc = 'eddsa-rdfc-2022';

      async function chainOf(
        last: IssuerKey,
        suite: SigningSuiteName = rdfc,
      ): Promise<JsonObject & { proof: object[] }> {
        const once = await signEmbedded(aBadge(school.controller), school, suite, { id: first });
        const chain = await signEmbedded(once, last, suite, { previousProof: first });
        return { ...chain, proof: chain.proof as object[] };
      }

      it.each([rdfc, 'eddsa-jcs-2022'] as const)('are verified where each link holds (%s)', async (suite) => {
        expect(await verifyHere(await chainOf(school, suite))).toMatchObject({
          verdict: 'verified',
          reasons: ['valid'],
        });
      });

      it('are told of a countersigner, who takes nothing from the issuer’s proof', async () => {
        const report = await verifyHere(await chainOf(other));
        expect(report).toMatchObject({ verdict: 'verified', issuerIdentity: 'proven' });
        expect(report.checks.filter(({ id }) => id === 'binding')).toMatchObject([
          { subject: 'proof/0', outcome: 'pass' },
          { subject: 'proof/1', outcome: 'warning', code: 'countersigned' },
        ]);
      });

      it('fail when the link is missing', async () => {
        const chain = await chainOf(school);
        const report = await verifyHere({ ...chain, proof: chain.proof[1] });
        expect(report).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
        expect(report.checks.find(({ id }) => id === 'proof')).toMatchObject({
          outcome: 'fail',
          code: 'previous-proof',
        });
      });

      it('fail when the link is another good proof of the same id', async () => {
        const chain = await chainOf(school);
        const swapped = await signEmbedded(aBadge(school.controller), school, rdfc, {
          id: first,
          created: '2026-01-02T00:00:00Z',
        });
        const report = await verifyHere({ ...chain, proof: [swapped.proof, chain.proof[1]] });
        expect(report).toMatchObject({ verdict: 'failed', reasons: ['invalid_signature'] });
        expect(report.checks.filter(({ id }) => id === 'proof').map(({ outcome }) => outcome)).toEqual([
          'pass',
          'fail',
        ]);
      });

      it('fail when two proofs have the id of the link', async () => {
        const chain = await chainOf(school);
        const report = await verifyHere({ ...chain, proof: [chain.proof[0], chain.proof[0], chain.proof[1]] });
        expect(report.reasons).toEqual(['malformed']);
      });

      it('fail when they name each other in a circle', async () => {
        const chain = await chainOf(school);
        const back = { ...chain.proof[0], previousProof: 'urn:uuid:2' };
        const report = await verifyHere({ ...chain, proof: [back, { ...chain.proof[1], id: 'urn:uuid:2' }] });
        expect(report).toMatchObject({ verdict: 'failed', reasons: ['invalid_signature'] });
      });

      it('fail when a link is named by something else than an id', async () => {
        const badge = await signEmbedded(aBadge(school.controller), school, rdfc, { previousProof: 7 });
        expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
      });
    });

    it('remark on a proof that was made later than now', async () => {
      const badge = await signEmbedded(aBadge(school.controller), school, 'eddsa-rdfc-2022', {
        created: '2026-06-01T13:00:00Z',
      });
      const report = await verifyHere(badge);
      expect(report.verdict).toBe('verified');
      expect(report.checks.filter(({ id }) => id === 'proof').map(({ code }) => code)).toEqual([
        'signature-valid',
        'created-later',
      ]);
    });

    it('takes no key that the issuer’s document calls revoked', async () => {
      const issuer = didWebIssuer(3);
      const document = didDocumentOf(issuer) as { verificationMethod: object[] };
      document.verificationMethod = document.verificationMethod.map((it) => ({
        ...it,
        revoked: '2026-05-01T00:00:00Z',
      }));
      const badge = await signEmbedded(aBadge(issuer.controller), issuer);
      const report = await verifyHere(badge, { source: new InMemorySource().serve(didUrl, document) });
      expect(report).toMatchObject({ verdict: 'unverifiable', reasons: ['binding_unproven'], retryable: false });
    });
  });

  describe('contexts', () => {
    const url = 'https://words.example/v1';
    const contexts = ['https://www.w3.org/ns/credentials/v2', url];
    const plain = { '@context': contexts, type: ['VerifiableCredential'] };

    it('does not support a context that is not pinned, names it and does not fetch it', async () => {
      const proof = {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        verificationMethod: school.method,
        proofValue: 'z1',
      };
      const source = new InMemorySource().serve(url, { '@context': {} });
      const report = await verifyHere(aBadge(school.controller, { ...plain, proof }), { source });
      expect(report).toMatchObject({ verdict: 'unsupported', reasons: ['unsupported'] });
      expect(report.checks.find(({ code }) => code === 'unsupported-context')?.detail).toContain(url);
      expect(source.asked).toEqual([]);
    });

    it('fails a document with a word that no context defines', async () => {
      const badge = await signEmbedded(aBadge(school.controller), school);
      expect(await verifyHere({ ...badge, grade: 'A' })).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
    });
  });

  it('fails a badge without an achievement, unless something else is the reason already', async () => {
    const { achievement: _achievement, ...subject } = aSubject();
    const badge = await signEmbedded(aBadge(school.controller, { credentialSubject: subject }), school);
    expect(await verifyHere(badge)).toMatchObject({ verdict: 'failed', reasons: ['malformed'] });
    const later = await signEmbedded(
      aBadge(school.controller, { credentialSubject: subject, validFrom: '2040-01-01T00:00:00Z' }),
      school,
    );
    expect(await verifyHere(later)).toMatchObject({ reasons: ['not_yet_valid'] });
  });

  it('warns of a creator who is not the issuer and of an unknown kind of achievement', async () => {
    const achievement = {
      ...(aSubject().achievement as object),
      achievementType: 'Wizardry',
      creator: { id: 'did:example:guild', type: ['Profile'] },
    };
    const badge = await signEmbedded(
      aBadge(school.controller, { credentialSubject: aSubject({ achievement }) }),
      school,
    );
    const report = await verifyHere(badge);
    expect(report.verdict).toBe('verified');
    expect(report.checks.filter(({ outcome }) => outcome === 'warning').map(({ id }) => id)).toEqual([
      'achievement-type',
      'creator',
    ]);
  });

  it('gives the same report for the same bytes, documents and instant', async () => {
    const badge = await signEmbedded(aBadge(school.controller), school);
    expect(await verifyHere(badge)).toEqual(await verifyHere(badge));
  });
});
