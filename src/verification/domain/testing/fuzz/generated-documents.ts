import type { JsonObject } from '../../json.js';
import { aBadge, aSubject, anOlderBadge } from '../badge.js';
import { aStatusEntry, aStatusList } from '../status-list.js';
import type { Random } from './random.js';

const words = [
  'Welding',
  'SQL',
  'Triage "quoted"',
  'Über–Strich',
  'two\nlines',
  'back\\slash',
  '\u{1F600}',
  'tab\there',
];

/** A document that an issuer might sign, in one of the shapes that are met: badges of both models, lists, proofs. */
export function generatedDocument(random: Random): JsonObject {
  const issuer = `did:example:issuer${random.below(40)}`;
  switch (random.below(6)) {
    case 0:
      return aStatusList(issuer, [random.below(1000)], { bits: 1024 });
    case 1:
      return anOlderBadge(issuer, { credentialSubject: subject(random) });
    case 2:
      return proofOptions(random, issuer);
    default:
      return aBadge(issuer, { ...extras(random), credentialSubject: subject(random) });
  }
}

function subject(random: Random): JsonObject {
  const { achievement } = aSubject();
  const some = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: random.below(most) }, (_, i) => make(i));
  return aSubject({
    achievement: {
      ...(achievement as JsonObject),
      name: `${random.oneOf(words)} ${random.below(500)}`,
      alignment: some(6, (index) => ({
        type: ['Alignment'],
        targetName: random.oneOf(words),
        targetFramework: 'ESCO',
        targetCode: `S${random.below(13_000)}${index}`,
        targetUrl: `https://skills.example/${random.below(13_000)}`,
      })),
      ...(random.chance(2) && { image: { id: `https://issuer.example/${random.below(99)}.png`, type: 'Image' } }),
      ...(random.chance(3) && { tag: some(4, () => random.oneOf(words)) }),
      ...(random.chance(3) && {
        resultDescription: some(4, (index) => ({
          id: `urn:uuid:${random.below(9999)}-${index}`,
          type: ['ResultDescription'],
          name: random.oneOf(words),
          resultType: 'Percent',
        })),
      }),
    },
    ...(random.chance(3) && {
      result: some(4, () => ({ type: ['Result'], value: String(random.below(100)), status: 'Completed' })),
    }),
    ...(random.chance(4) && { creditsEarned: random.below(30) }),
    ...(random.chance(4) && {
      identifier: [
        { type: 'IdentityObject', identityHash: 'ann@example.org', identityType: 'emailAddress', hashed: false },
      ],
    }),
  });
}

function extras(random: Random): JsonObject {
  return {
    id: `https://issuer.example/credentials/${random.below(100_000)}`,
    ...(random.chance(2) && { credentialStatus: aStatusEntry(String(random.below(100_000))) }),
    ...(random.chance(3) && { validUntil: '2030-01-01T00:00:00Z' }),
    ...(random.chance(3) && {
      evidence: [
        { id: `https://issuer.example/${random.below(999)}`, type: ['Evidence'], narrative: random.oneOf(words) },
      ],
    }),
    ...(random.chance(6) && { description: { '@value': 'Beschreibung', '@language': 'de' } }),
    ...(random.chance(6) && {
      credentialSchema: [{ id: 'https://issuer.example/schema.json', type: '1EdTechJsonSchemaValidator2019' }],
    }),
  };
}

function proofOptions(random: Random, issuer: string): JsonObject {
  const older = random.chance(2);
  return {
    '@context': older
      ? ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/suites/ed25519-2020/v1']
      : ['https://www.w3.org/ns/credentials/v2'],
    ...(older ? { type: 'Ed25519Signature2020' } : { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }),
    created: '2026-01-01T00:00:00Z',
    verificationMethod: `${issuer}#key-${random.below(9)}`,
    proofPurpose: 'assertionMethod',
    ...(random.chance(4) && { domain: 'jobs.example', challenge: random.oneOf(words) }),
    ...(random.chance(4) && { expires: '2030-01-01T00:00:00Z' }),
  };
}
