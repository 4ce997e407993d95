import { readDocument } from './read-document.js';
import type { ReadResult } from './reading/read-result.js';
import { aBadge, anOlderBadge } from './testing/badge.js';
import { aPng, chunk } from './testing/baked.js';
import { didKeyIssuer } from './testing/issuer-key.js';
import { signJwt } from './testing/sign-jwt.js';

const issuer = didKeyIssuer(1);
const read = (document: unknown): ReadResult =>
  readDocument(Buffer.isBuffer(document) ? document : Buffer.from(document as string));
const readJson = (document: unknown): ReadResult => read(JSON.stringify(document));

describe('readDocument', () => {
  const badge = aBadge('did:example:x');
  const older = anOlderBadge('did:example:x');
  const plain = { ...badge, type: ['VerifiableCredential'] };
  const olderPlain = { ...older, type: ['VerifiableCredential'] };

  it.each([
    ['openbadges-3', 'none', JSON.stringify(badge)],
    ['openbadges-3', 'none', JSON.stringify({ ...badge, type: ['VerifiableCredential', 'AchievementCredential'] })],
    ['openbadges-3', 'embedded', JSON.stringify({ ...badge, proof: { type: 'x' } })],
    ['openbadges-3', 'none', JSON.stringify({ ...badge, proof: [] })],
    ['openbadges-3', 'jwt', signJwt(badge, issuer)],
    ['openbadges-3', 'jwt', signJwt({ vc: older }, issuer)],
    ['clr-2', 'none', JSON.stringify({ ...badge, type: ['VerifiableCredential', 'ClrCredential'] })],
    ['endorsement', 'none', JSON.stringify({ ...badge, type: ['VerifiableCredential', 'EndorsementCredential'] })],
    ['w3c-vc-2.0', 'none', JSON.stringify(plain)],
    ['w3c-vc-2.0', 'jwt', `  ${signJwt(plain, issuer)}\n`],
    ['w3c-vc-2.0', 'jwt', signJwt({ type: 'VerifiableCredential' }, issuer)],
    ['w3c-vc-1.1', 'none', JSON.stringify(olderPlain)],
    ['w3c-vc-1.1', 'jwt', signJwt({ vc: olderPlain }, issuer)],
    ['w3c-vc-2.0', 'none', `\ufeff${JSON.stringify(plain)}`],
    ['w3c-vc-2.0', 'none', JSON.stringify({ '@context': 'https://www.w3.org/ns/credentials/v2' })],
  ])('reads %s secured by %s', (format, securing, text) => {
    expect(read(text)).toMatchObject({ kind: 'credential', format, securing });
  });

  it.each([
    ['openbadges-2', { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass' }],
    ['openbadges-2', { '@context': 'https://w3id.org/openbadges/v2', type: ['Issuer', 'Profile'] }],
    ['unknown', { hello: 'world' }],
    ['unknown', { url: 'https://badges.example/1', more: true }],
  ])('recognises %s in JSON and does not verify it', (format, document) => {
    expect(readJson(document)).toMatchObject({ kind: 'unsupported', format });
  });

  it.each([
    ['openbadges-2', { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }],
    ['openbadges-2', { '@context': 'https://w3id.org/openbadges/v2', type: 'Other' }],
    ['openbadges-2', { '@context': 'https://example.org/', type: 'Assertion' }],
    ['openbadges-1', { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', id: 'https://a.example/1' }],
    ['openbadges-1', { recipient: 'a@example.org', badge: { name: 'x' } }],
    ['openbadges-1', { verify: { type: 'hosted', url: 'https://a.example/1' } }],
  ])('reads %s as a badge', (format, document) => {
    expect(readJson(document)).toMatchObject({ kind: 'badge', format, assertion: document });
  });

  it('reads a web address, bare or in an object of its own, as a link', () => {
    const address = 'https://badges.example/1';
    expect(read(`${address}\n`)).toEqual({ kind: 'link', format: 'link', address });
    expect(readJson({ url: address })).toEqual({ kind: 'link', format: 'link', address });
    expect(readJson({ url: 'ftp://badges.example/1' }).kind).toBe('unsupported');
    expect(read('https://').kind).toBe('unsupported');
  });

  it('reads a badge in a JWS with its signature', () => {
    const badge = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' };
    const signed = read(signJwt(badge, issuer));
    expect(signed).toMatchObject({ kind: 'badge', format: 'openbadges-2', assertion: badge, jws: { claims: badge } });
  });

  const sdJwt = signJwt({ iss: 'https://a.example', vct: 'https://a.example/type' }, issuer, { typ: 'dc+sd-jwt' });
  it.each([
    ['sd-jwt-vc', `${sdJwt}~`],
    ['sd-jwt-vc', sdJwt],
    ['sd-jwt-vc', signJwt({ vct: 'x' }, issuer)],
    ['w3c-vc-2.0', signJwt(plain, issuer, { typ: 'vc+sd-jwt' })],
    ['w3c-vc-2.0', `${signJwt(plain, issuer, { typ: 'vc+sd-jwt' })}~`],
  ])('reads %s as SD-JWT', (format, text) => {
    expect(read(text)).toMatchObject({ kind: 'credential', format, sdJwt: { uncovered: 0 } });
  });

  it.each([
    ['unknown', signJwt({ sub: 'x' }, issuer)],
    ['baked-svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['unknown', 'hello world'],
    ['unknown', 'hello.world.again'],
    ['unknown', '"a text in JSON"'],
    ['unknown', '<html></html>'],
  ])('recognises %s in text', (format, text) => {
    expect(read(text)).toMatchObject({ kind: 'unsupported', format });
  });

  it('recognises images by their bytes, however large and whatever they are called', () => {
    const png = aPng([chunk('teSt', Buffer.alloc(900_000, 0xff))]);
    expect(readDocument(png, 'application/json')).toMatchObject({ kind: 'unsupported', format: 'baked-png' });
    expect(read(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ kind: 'unsupported', format: 'unknown' });
  });

  const nested = (levels: number): string => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
  it.each([
    ['empty', ''],
    ['empty', ' \r\n\t'],
    ['invalid-json', '{"a":1'],
    ['invalid-json', '{ // a comment\n}'],
    ['invalid-json', '{"a":01}'],
    ['invalid-json', '{"a":NaN}'],
    ['invalid-json', '{"a":1}{"b":2}'],
    ['not-an-object', '[]'],
    ['duplicate-key', '{"a":1,"b":{"a":2},"a":3}'],
    ['duplicate-key', '{"a":[{"x":1,"\\u0078":2}]}'],
    ['forbidden-key', '{"a":{"__proto__":{}}}'],
    ['number-out-of-range', '{"a":1e400}'],
    ['number-out-of-range', '{"a":-9007199254740993}'],
    ['forbidden-character', '{"a":"\\ud800"}'],
    ['forbidden-character', '{"a":"\\u0000"}'],
    ['forbidden-character', '{"a\\udc00":1}'],
    ['too-deep', `{"a":${nested(64)}}`],
    ['too-deep', '['.repeat(100_000)],
    ['too-large', JSON.stringify({ a: 'x'.repeat(512 * 1024) })],
  ])('calls %s malformed and says so', (code, text) => {
    expect(read(text)).toMatchObject({ kind: 'malformed', code, detail: expect.any(String) });
  });

  it('takes what only looks like those faults', () => {
    const text =
      '{"a":"\\ud83d\\ude00 \\\\u0000 \\"","b":[{"a":1},{"a":"a","c":"},{"}],"n":9007199254740991,"m":-1.5e-7}';
    expect(read(text)).toMatchObject({ kind: 'unsupported', format: 'unknown' });
    expect(read(`{"a":${nested(62)}}`)).toMatchObject({ kind: 'unsupported' });
  });

  it('refuses JSON that is not UTF-8', () => {
    expect(read(Buffer.from('{"a":"\xe9"}', 'latin1'))).toMatchObject({ kind: 'malformed', code: 'invalid-utf8' });
  });

  it('does not quote the document when it says what is wrong', () => {
    const result = read('{"name":"Ann Secret",}');
    expect(JSON.stringify(result)).not.toContain('Secret');
  });

  const [header = '', payload = '', signature = ''] = signJwt(badge, issuer).split('.');
  it.each([
    // 64 bytes leave four bits of the last letter unused, which B sets.
    ['malformed-jwt', `${header}.${payload}.${signature.slice(0, -1)}B`],
    ['malformed-jwt', `${header}.${Buffer.from('[]').toString('base64url')}.${signature}`],
    ['malformed-jwt', `${header.slice(0, -3)}.${payload}.${signature}`],
    ['duplicate-key', `${Buffer.from('{"alg":"EdDSA","alg":"none"}').toString('base64url')}.${payload}.${signature}`],
    ['duplicate-key', `${header}.${Buffer.from('{"vc":{},"vc":{}}').toString('base64url')}.${signature}`],
    ['malformed-jwt', signJwt({ vc: 'text' }, issuer)],
  ])('calls a broken JWT %s', (code, text) => {
    expect(read(text)).toMatchObject({ kind: 'malformed', code });
  });

  it('fills into a vc claim what only the JWT says', () => {
    const { issuer: _issuer, id: _id, issuanceDate: _date, ...rest } = olderPlain as Record<string, unknown>;
    const claims = { vc: rest, iss: 'did:example:y', jti: 'urn:uuid:1', nbf: 1767225600, exp: 1798761600.9 };
    // 1767225600 is 2026-01-01T00:00:00Z; 1798761600 is 2027-01-01T00:00:00Z.
    expect(read(signJwt(claims, issuer))).toMatchObject({
      credential: {
        id: 'urn:uuid:1',
        issuer: 'did:example:y',
        issuanceDate: '2026-01-01T00:00:00.000Z',
        expirationDate: '2027-01-01T00:00:00.900Z',
      },
    });
  });

  it('reads the largest document of the most keys without holding up the process', () => {
    let text = '{"k":0';
    for (let key = 0; text.length < 512 * 1024 - 20; key += 1) text += `,"${key.toString(36)}":0`;
    const startedMs = performance.now();
    read(`${text}}`);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
