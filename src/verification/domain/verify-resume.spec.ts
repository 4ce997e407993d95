import { aBadge } from './testing/badge.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';

const school = didKeyIssuer(1);
const token = signJwt({ vc: aBadge(school.controller), iss: school.controller }, school);
const resume = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: { name: 'Amara Diallo', email: 'amara@mail.example' },
  skills: [{ name: 'Warehouse', level: 'Master', keywords: ['Forklift operation', 'First aid'] }],
  certificates: [
    { name: 'Forklift', date: '2026-01-01', verifications: [token, { reference: 'https://a.example' }] },
    { name: 'First aid', credential: aBadge(school.controller, { id: 'urn:uuid:2' }) },
  ],
};

describe('verifyCredential of a JSON Resume', () => {
  it('is signed by nobody, and gives out the credentials in it', async () => {
    const report = await verifyHere(resume);
    expect(report).toMatchObject({ verdict: 'failed', reasons: ['unsigned'], format: 'json-resume' });
    expect(report.contained.map(({ path }) => path)).toEqual([
      '/certificates/1/credential',
      '/certificates/0/verifications/0',
    ]);
  });

  it('is known without its schema too', async () => {
    const { $schema: _, ...rest } = resume;
    expect(await verifyHere(rest)).toMatchObject({ format: 'json-resume' });
  });

  it.each([
    ['a credential with basics', { ...aBadge(school.controller), basics: {}, work: [] }],
    ['basics without anything', { basics: {} }],
  ])('is not seen in %s', async (_name, document) => {
    expect((await verifyHere(document)).format).not.toBe('json-resume');
  });
});

describe('verifyCredential of a learner record without a credential around it', () => {
  it('is signed by nobody, and gives out the credentials in it', async () => {
    const record = {
      type: 'http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json',
      person: { name: { formattedName: 'Amara Diallo' } },
      skills: [{ name: 'Welding' }],
      certifications: [{ name: 'x', verifications: [aBadge(school.controller)] }],
    };
    const report = await verifyHere(record);
    expect(report).toMatchObject({ verdict: 'failed', reasons: ['unsigned'], format: 'ler-rs' });
    expect(report.contained.map(({ path }) => path)).toEqual(['/certifications/0/verifications/0']);
  });
});
