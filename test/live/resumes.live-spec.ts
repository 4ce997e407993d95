import { openBadge } from '../../demo/world/badge.js';
import { BadgeWorld } from '../support/badge-world.js';
import type { Answer } from '../support/running-app.js';

const FORKLIFT = 'https://own.example/forklift';
const FIRST_AID = 'https://own.example/first-aid';
const FRAMEWORK = `uri,label,description\n${FORKLIFT},Forklift operation,Driving a forklift\n${FIRST_AID},First aid,Helping\n`;
const EMAIL = 'mia@example.org';
const FROM = new Date('2026-01-05T00:00:00Z');

let world: BadgeWorld;
let people = 0;

beforeAll(async () => {
  world = await BadgeWorld.start();
  await world.importCsv('own', '1', FRAMEWORK);
});
afterAll(() => world?.stop());

const signedBadge = async (name: string, skill: { name: string; url: string }): Promise<object> => {
  const story = { title: name, skill, type: 'Assessment', recipientEmail: EMAIL, validFrom: FROM } as const;
  const { body } = await world.issuer.sign(openBadge(`urn:resume:${name}`, world.issuer, story), FROM);
  return JSON.parse(body) as object;
};
const shown = (path: string): Promise<Answer> => world.service.call('GET', path);

/** Hands the document in for somebody new, and gives what became of it. */
const handIn = async (document: object): Promise<{ candidateId: string; outer: Answer['body'] }> => {
  const person = { externalIds: [{ system: 'resume', id: String((people += 1)) }], emails: [EMAIL] };
  const candidateId = (await world.service.call('POST', '/v1/candidates', { body: person })).body.id as string;
  const { status, body } = await world.service.call('POST', `/v1/candidates/${candidateId}/credentials`, {
    body: JSON.stringify(document),
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(202);
  await world.service.settle();
  return { candidateId, outer: (await shown(`/v1/credentials/${body.id}`)).body };
};

const documents: [format: string, document: (good: object, spoiled: object) => object, paths: string[]][] = [
  [
    'json-resume',
    (good, spoiled) => ({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: { name: 'Mia', email: EMAIL },
      skills: [{ name: 'First aid', level: 'Master', keywords: ['First aid'] }],
      certificates: [
        { name: 'Forklift operation', verifications: [good] },
        { name: 'First aid', verifications: [spoiled] },
      ],
    }),
    ['/certificates/0/verifications/0', '/certificates/1/verifications/0'],
  ],
  [
    'ler-rs',
    (good, spoiled) => ({
      type: 'http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json',
      person: { name: { formattedName: 'Mia' } },
      skills: [{ name: 'First aid' }],
      certifications: [
        { name: 'Forklift operation', verifications: [good] },
        { name: 'First aid', verifications: [spoiled] },
      ],
    }),
    ['/certifications/0/verifications/0', '/certifications/1/verifications/0'],
  ],
];

describe.each(documents)('a person who hands in a %s', (format, documentOf, paths) => {
  it('proves by it what the credentials in it prove, and nothing by what it says itself', async () => {
    const good = await signedBadge(`${format}-good`, { name: 'Forklift operation', url: FORKLIFT });
    const bad = await signedBadge(`${format}-bad`, { name: 'First aid', url: FIRST_AID });
    const { candidateId, outer } = await handIn(documentOf(good, { ...bad, name: 'Changed after it was signed' }));

    // Nobody signed the document, whatever is in it.
    expect(outer).toMatchObject({ format, verdict: 'failed', reason: 'unsigned' });
    expect(outer.contained).toEqual([
      expect.objectContaining({ path: paths[0], verdict: 'verified', reason: 'valid' }),
      expect.objectContaining({ path: paths[1], verdict: 'failed', reason: 'invalid_signature' }),
    ]);
    for (const { credentialId } of outer.contained) {
      expect((await shown(`/v1/credentials/${credentialId}`)).body).toMatchObject({
        candidateId,
        source: 'contained',
        containedIn: { credentialId: outer.id },
      });
    }

    // What the document says by itself stands there as a claim, and nobody holds anything by it.
    expect(outer.claims.map(({ text }: { text: string }) => text)).toContain('First aid');
    const held = (await shown(`/v1/candidates/${candidateId}/competencies`)).body.data;
    expect(held).toEqual([
      expect.objectContaining({
        uri: FORKLIFT,
        credentialId: outer.contained[0].credentialId,
        verdict: 'verified',
        proof: 85,
      }),
    ]);
  });
});
