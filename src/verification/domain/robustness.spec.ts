import fc from 'fast-check';
import { type JsonObject, isObject } from './json.js';
import { aBadge, aSubject } from './testing/badge.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { signJwt } from './testing/sign-jwt.js';
import { aStatusEntry, aStatusList, listUrl } from './testing/status-list.js';
import { noon, verifyHere } from './testing/verify-here.js';
import { verifyCredential } from './verify-credential.js';

const school = didKeyIssuer(1);
const richBadge = aBadge(school.controller, {
  validUntil: '2030-01-01T00:00:00Z',
  description: { '@value': 'With a language', '@language': 'en' },
  credentialStatus: aStatusEntry('7'),
  evidence: [{ id: 'https://school.example/work', type: ['Evidence'], name: 'Seam', narrative: 'A seam.' }],
  credentialSubject: aSubject({
    creditsEarned: 4.5,
    identifier: [
      { type: 'IdentityObject', identityHash: 'ann@example.org', identityType: 'emailAddress', hashed: false },
    ],
    result: [{ type: ['Result'], resultDescription: 'urn:x:scale', value: 'A' }],
  }),
});

type Path = (string | number)[];

/** Every place in a JSON value, leaves and containers. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const entries = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, member]) => [[...path, key], ...placesIn(member, [...path, key])]);
}

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as JsonObject) };
  const target = copy as Record<string | number, unknown>;
  target[key] = changed(target[key], rest, change);
  if (target[key] === undefined && isObject(copy)) delete copy[key];
  return copy;
}

const otherValue = (old: unknown): unknown =>
  typeof old === 'string' ? `${old}x` : typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : 'x';
const junk: unknown[] = [undefined, null, 0, '', 'x', true, [], {}, [[]], [{}], { '@value': 1 }, { id: [] }];

/** Hundreds of verifications; far below this on a machine that does nothing else. */
jest.setTimeout(120_000);

describe('whatever is handed in', () => {
  const withList = async () =>
    new InMemorySource().serve(listUrl, await signEmbedded(aStatusList(school.controller, []), school));

  it('is verified when nothing was changed', async () => {
    const signed = await signEmbedded(richBadge, school);
    expect((await verifyHere(signed, { source: await withList() })).verdict).toBe('verified');
  });

  it('is never verified with any signed value changed', async () => {
    const signed = await signEmbedded(richBadge, school);
    const source = await withList();
    for (const path of placesIn(signed)) {
      const report = await verifyHere(changed(signed, path, otherValue) as JsonObject, { source });
      expect([path, report.verdict]).not.toEqual([path, 'verified']);
    }
  });

  it('is never verified with junk in any place, nor makes it throw as a JWT', async () => {
    const signed = await signEmbedded(richBadge, school);
    const source = await withList();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...placesIn(signed)), fc.constantFrom(...junk), async (path, value) => {
        const report = await verifyHere(changed(signed, path, () => value) as JsonObject, { source });
        expect(report.verdict).not.toBe('verified');
        const token = await verifyHere(
          signJwt(
            changed(richBadge, path, () => value),
            school,
          ),
          { source },
        );
        expect(token.checks.length).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  it('is never verified with any letter of a JWT changed', async () => {
    const token = signJwt(aBadge(school.controller), school);
    expect((await verifyHere(token)).verdict).toBe('verified');
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AQgwBz0_-.'), async (at, letter) => {
        fc.pre(token.charAt(at) !== letter);
        const report = await verifyHere(token.slice(0, at) + letter + token.slice(at + 1));
        expect(report.verdict).not.toBe('verified');
      }),
      { numRuns: 80 },
    );
  });

  const verify = (bytes: Uint8Array) =>
    verifyCredential(bytes, undefined, {
      at: noon,
      candidate: { emails: ['a@example.org'], dids: ['did:example:ann'] },
      source: new InMemorySource(),
    });

  it('gets a report and no verification for random bytes, text and JSON', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const report = await verify(input);
        expect(report.verdict).not.toBe('verified');
        expect(report.reasons[0]).toBe(report.reason);
        expect(report.checks.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('gets a report for credentials with members of any kind', async () => {
    const names = [
      '@context',
      'type',
      'id',
      'issuer',
      'credentialSubject',
      'credentialStatus',
      'proof',
      'validFrom',
      'validUntil',
      'evidence',
      'name',
      'relatedResource',
      'constructor',
    ];
    const anyMember = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(...names.map((name) => richBadge[name]).filter((it) => it !== undefined)),
    );
    const badges = fc.dictionary(fc.constantFrom(...names), anyMember);
    await fc.assert(
      fc.asyncProperty(badges, async (members) => {
        const document = { ...richBadge, ...members };
        expect((await verify(Buffer.from(JSON.stringify(document)))).verdict).not.toBe('verified');
        expect((await verify(Buffer.from(signJwt(document, school)))).checks.length).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  it('makes at most twenty loads', async () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...aStatusEntry('1'),
      id: `urn:x:${index}`,
      statusListCredential: `https://list${index}.example/`,
    }));
    const source = new InMemorySource();
    for (const [index] of many.entries()) {
      const list = aStatusList(`https://keeper${index}.example/`, []);
      source.serve(`https://list${index}.example/`, signJwt(list, school, { kid: 'x' }));
    }
    await verifyHere(signJwt(aBadge(school.controller, { credentialStatus: many }), school), { source });
    expect(source.asked.length).toBe(20);
  });
});
