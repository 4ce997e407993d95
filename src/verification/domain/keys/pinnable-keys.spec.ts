import { generateKeyPairSync } from 'node:crypto';
import { aCertificate } from '../testing/certificate.js';
import { readPinnable } from './pinnable-keys.js';

const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = p256.publicKey.export({ format: 'jwk' });
const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

describe('readPinnable', () => {
  it('keeps the public members of a key and its thumbprint', () => {
    const reading = readPinnable({ keys: [{ ...publicJwk, kid: 'key-1', use: 'sig', 'x-note': 'ours' }] });
    expect(reading).toEqual({
      ok: true,
      keys: [{ jwk: { ...publicJwk, kid: 'key-1', use: 'sig' }, thumbprint: expect.stringMatching(/^[\w-]{43}$/) }],
    });
  });

  it('takes the key of a certificate until that runs out', () => {
    const { der, publicKey } = aCertificate('Issuer');
    const reading = readPinnable({ keys: [], certificates: pem(der) });
    expect(reading).toMatchObject({
      ok: true,
      keys: [{ jwk: publicKey.export({ format: 'jwk' }), expires: new Date('2030-01-01T00:00:00Z') }],
    });
  });

  it.each<[string, unknown, string, string]>([
    ['a private key', p256.privateKey.export({ format: 'jwk' }), '/keys/0', 'private-key'],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }, '/keys/0', 'private-key'],
    [
      'an RSA key of 1024 bits',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }),
      '/keys/0',
      'weak-key',
    ],
    [
      'a curve that is not taken',
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ format: 'jwk' }),
      '/keys/0',
      'unsupported-key',
    ],
    ['a key for encryption', { ...publicJwk, use: 'enc' }, '/keys/0', 'unsupported-key'],
    ['a point off the curve', { ...publicJwk, x: publicJwk.y, y: publicJwk.x }, '/keys/0', 'malformed-key'],
    ['a kid that is no text', { ...publicJwk, kid: 7 }, '/keys/0/kid', 'malformed-key'],
    ['a kid without end', { ...publicJwk, kid: 'k'.repeat(501) }, '/keys/0/kid', 'malformed-key'],
    ['a text', 'key', '/keys/0', 'malformed-key'],
  ])('refuses %s and points at it', (_name, jwk, pointer, code) => {
    expect(readPinnable({ keys: [jwk] })).toMatchObject({ ok: false, problems: [{ pointer, code }] });
  });

  it('refuses two keys of one key id, and what is no certificate', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    expect(
      readPinnable({
        keys: [
          { ...publicJwk, kid: 'a' },
          { ...other, kid: 'a' },
        ],
      }),
    ).toMatchObject({
      problems: [{ pointer: '/keys/1/kid', code: 'duplicate-kid' }],
    });
    for (const certificates of ['no certificate', '', pem(Buffer.from('3003020101', 'hex'))])
      expect(readPinnable({ keys: [], certificates })).toMatchObject({
        problems: [{ pointer: '/certificates', code: 'malformed-certificate' }],
      });
  });
});
