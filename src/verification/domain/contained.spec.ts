import { aBadge } from './testing/badge.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';
import { verifyHere } from './testing/verify-here.js';
import type { JsonObject } from './json.js';

const key = didKeyIssuer(1);
const badge = (number: number): JsonObject => aBadge(key.controller, { id: `urn:uuid:${number}` });
const token = (number: number): string => signJwt(badge(number), key);
const pathsAndTexts = async (document: JsonObject | string, mayContain?: number): Promise<[string, string][]> => {
  const { contained } = await verifyHere(document, mayContain === undefined ? {} : { mayContain });
  return contained.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
};

const aRecord = (...inside: unknown[]): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: key.controller,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { type: 'ClrSubject', verifiableCredential: inside },
});

describe('documents inside a document', () => {
  it('come out of a list, objects as they were written and tokens as they are', async () => {
    const first = JSON.stringify(badge(1), null, 3);
    expect(await pathsAndTexts(`[\n${first} , ${JSON.stringify(token(2))}]`)).toEqual([
      ['/0', first],
      ['/1', token(2)],
    ]);
  });

  it('come out of a file with one on each line', async () => {
    const first = JSON.stringify(badge(1));
    expect(await pathsAndTexts(`${first}\r\n\r\n${token(2)}\n`)).toEqual([
      ['/0', first],
      ['/2', token(2)],
    ]);
  });

  it('come out of an export that wraps them', async () => {
    const inside = [badge(1), badge(2)];
    const expected = inside.map((it, index) => [`/credentials/${index}`, JSON.stringify(it)]);
    expect(await pathsAndTexts({ version: 2, credentials: inside })).toEqual(expected);
  });

  it('come out of a presentation, in JSON and in a JWT', async () => {
    const presentation = { type: 'VerifiablePresentation', verifiableCredential: [badge(1), token(2)] };
    const expected = [JSON.stringify(badge(1)), token(2)];
    expect((await pathsAndTexts(presentation)).map(([, text]) => text)).toEqual(expected);
    expect((await pathsAndTexts(signJwt({ vp: presentation }, key))).map(([, text]) => text)).toEqual(expected);
  });

  it('come out of a learner record, in JSON and in both forms of JWT, at the same place of the credential', async () => {
    const record = aRecord(badge(1), token(2));
    const expected = [
      ['/credentialSubject/verifiableCredential/0', JSON.stringify(badge(1))],
      ['/credentialSubject/verifiableCredential/1', token(2)],
    ];
    expect(await pathsAndTexts(record)).toEqual(expected);
    expect(await pathsAndTexts(signJwt(record, key))).toEqual(expected);
    expect(await pathsAndTexts(signJwt({ iss: key.controller, vc: record }, key))).toEqual(expected);
  });

  it('change nothing in the verdict on the outer one, whatever they are', async () => {
    const withoutProof = await verifyHere(signJwt(aRecord({ ...badge(1), proof: { type: 'Broken' } }), key));
    const empty = await verifyHere(signJwt(aRecord(), key));
    expect([withoutProof.verdict, withoutProof.reasons]).toEqual([empty.verdict, empty.reasons]);
  });

  it('never make a list verified, be they ever so good', async () => {
    const { verdict, format, checks } = await verifyHere(`[${JSON.stringify(token(1))}]`);
    expect({ verdict, format }).toEqual({ verdict: 'unsupported', format: 'credential-list' });
    expect(checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['format', 'unknown'],
      ['contained', 'pass'],
    ]);
  });

  it('are 50 at most, and a sentence says that there were more', async () => {
    const list = JSON.stringify(Array.from({ length: 60 }, (_, number) => badge(number)));
    const { contained, checks } = await verifyHere(list);
    expect(contained).toHaveLength(50);
    expect(checks.find(({ id }) => id === 'contained')).toMatchObject({ outcome: 'warning', code: 'too-many' });
  });

  it('stay where they are when nothing more may come out', async () => {
    const { contained, checks } = await verifyHere(JSON.stringify([badge(1)]), { mayContain: 0 });
    expect(contained).toEqual([]);
    expect(checks.find(({ id }) => id === 'contained')).toMatchObject({ outcome: 'warning', code: 'too-many' });
  });

  it.each([
    ['numbers', '[1, 2, 3]'],
    ['an empty list', '[]'],
    ['addresses, which nobody follows from inside a file', '["https://issuer.example/1", "https://issuer.example/2"]'],
    ['objects that do not say what they are', '[{"a": 1}]'],
    ['a broken second line', '{"type": "x"}\n{"type": '],
    ['a pretty printed text that breaks off', '{\n "type": [\n'],
  ])('are not seen in %s', async (_name, text) => {
    const { contained, verdict, reason } = await verifyHere(text);
    expect(contained).toEqual([]);
    expect([verdict, reason]).toEqual(['failed', 'malformed']);
  });
});
