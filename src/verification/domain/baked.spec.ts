import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDocument } from './read-document.js';
import { aBadge } from './testing/badge.js';
import { aPng, bakedPng, bakedSvg, textChunk } from './testing/baked.js';
import { InMemorySource } from './testing/in-memory-source.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signEmbedded } from './testing/sign-embedded.js';
import { signJwt } from './testing/sign-jwt.js';
import { noon, verifyHere } from './testing/verify-here.js';
import { verifyCredential } from './verify-credential.js';

const school = didKeyIssuer(1);
const verify = (bytes: Uint8Array) =>
  verifyCredential(bytes, undefined, { at: noon, candidate: { emails: [], dids: [] }, source: new InMemorySource() });
const signed = async (): Promise<string> => JSON.stringify(await signEmbedded(aBadge(school.controller), school));
const images: [string, (text: string) => Buffer][] = [
  ['baked-png', bakedPng],
  ['baked-svg', (text) => Buffer.from(bakedSvg(text))],
];

describe.each(images)('a credential in a %s', (carrier, bake) => {
  it('is verified like the credential by itself, and the report names the image', async () => {
    for (const text of [await signed(), signJwt(aBadge(school.controller), school)]) {
      const [baked, bare] = [await verify(bake(text)), await verifyHere(text)];
      const { checks, ...rest } = baked;
      expect(rest).toEqual({ ...bare, checks: undefined, verdict: 'verified', format: 'openbadges-3' });
      expect(checks.filter(({ id }) => id !== 'carrier')).toEqual(bare.checks);
      expect(checks[0]).toMatchObject({ id: 'carrier', outcome: 'pass', code: carrier });
    }
  });

  it('fails when a word of it was changed', async () => {
    const changed = (await signed()).replaceAll('Welding, level 3', 'Welding, level 9');
    expect(await verify(bake(changed))).toMatchObject({ verdict: 'failed', reason: 'invalid_signature' });
  });

  it('is unsigned when nobody signed it, for all that the image looks like', async () => {
    const report = await verify(bake(JSON.stringify(aBadge(school.controller))));
    expect(report).toMatchObject({ verdict: 'failed', reason: 'unsigned', format: 'openbadges-3' });
  });

  it('is answered as before when it is of a format that is not verified', async () => {
    const report = await verify(bake('{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass"}'));
    expect(report).toMatchObject({ verdict: 'unsupported', format: 'openbadges-2', facts: null });
    expect(report.checks.map(({ id, code }) => [id, code])).toEqual([
      ['format', 'openbadges-2'],
      ['carrier', carrier],
    ]);
  });

  it('gives the credentials inside it to be judged on their own', async () => {
    const presentation = JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: [aBadge('did:x:y')] });
    expect((await verify(bake(presentation))).contained).toMatchObject([{ path: '/verifiableCredential/0' }]);
  });
});

describe('an image', () => {
  it('is never verified with any byte of a PNG changed', async () => {
    const png = bakedPng(signJwt(aBadge(school.controller), school));
    await fc.assert(
      fc.asyncProperty(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(png);
        copy.writeUInt8(copy.readUInt8(at) ^ change, at);
        expect((await verify(copy)).verdict).not.toBe('verified');
      }),
      { numRuns: 200 },
    );
  });

  it('never makes the reader throw, cut off or spliced anywhere', () => {
    const sources = [aPng([textChunk('{}')]), Buffer.from(bakedSvg('{"a":1}'))];
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(400), fc.uint8Array({ maxLength: 20 }), (image, at, junk) => {
        const spliced = Buffer.concat([image.subarray(0, at), junk, image.subarray(at + 2)]);
        expect(['unsupported', 'malformed', 'credential']).toContain(readDocument(spliced).kind);
      }),
      { numRuns: 500 },
    );
  });
});

/** Images of other projects, beside the repository; not part of it. */
const bakery = join(process.cwd(), '..', 'shared', 'credentials', 'mozilla-bakery');
const isThere = existsSync(join(bakery, 'baked.svg'));
if (!isThere) console.warn('the images of the Mozilla bakery are not there; their test is skipped');

(isThere ? it : it.skip)('images of the Mozilla bakery are opened, and hold what they are known to hold', () => {
  const read = (name: string) => readDocument(readFileSync(join(bakery, name)));
  expect(read('unbaked.png')).toMatchObject({ kind: 'unsupported', format: 'baked-png' });
  expect(read('unbaked.png')).not.toHaveProperty('carrier');
  // Its text is an address to be verified at, and nothing else.
  expect(read('baked.svg')).toMatchObject({ kind: 'badge', format: 'openbadges-1', carrier: 'baked-svg' });
});
