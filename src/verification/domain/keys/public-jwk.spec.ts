import { generateKeyPairSync } from 'node:crypto';
import { anEcKey, anEd25519Key, anRsaKey } from '../../../../test/factories/signing-keys.js';
import { importPublicJwk } from './public-jwk.js';

const ed = anEd25519Key();
const p256 = anEcKey('P-256');
const rsa = anRsaKey();

describe('importPublicJwk', () => {
  it.each([
    ['Ed25519', ed, { kty: 'OKP', crv: 'Ed25519' }],
    ['P-256', p256, { kty: 'EC', crv: 'P-256' }],
    ['P-384', anEcKey('P-384'), { kty: 'EC', crv: 'P-384' }],
    ['P-521', anEcKey('P-521'), { kty: 'EC', crv: 'P-521' }],
    ['RSA', rsa, { kty: 'RSA' }],
  ])('reads %s', (_name, key, family) => {
    const reading = importPublicJwk(key.jwk);
    expect(reading).toMatchObject({ ok: true, material: { jwk: family } });
    expect(reading.ok && reading.material.key.equals(key.publicKey)).toBe(true);
  });

  it('keeps the algorithm that the publisher allows', () => {
    expect(importPublicJwk({ ...rsa.jwk, alg: 'PS256', use: 'sig' })).toMatchObject({
      material: { jwk: { kty: 'RSA', alg: 'PS256' } },
    });
  });

  it.each([
    ['a private Ed25519 key', ed.privateKey.export({ format: 'jwk' })],
    ['a private RSA key', rsa.privateKey.export({ format: 'jwk' })],
    ['a key whose private member is empty', { ...ed.jwk, d: '' }],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }],
    ['a symmetric key without its bytes', { kty: 'oct' }],
  ])('refuses %s', (_name, jwk) => {
    expect(importPublicJwk(jwk)).toMatchObject({ ok: false, code: 'private-key' });
  });

  it('refuses RSA below 2048 bits, by the bits of the modulus and not by its bytes', () => {
    expect(importPublicJwk(anRsaKey(1024).jwk)).toMatchObject({ code: 'weak-key' });
    const padded = Buffer.concat([Buffer.alloc(128), Buffer.from(anRsaKey(1024).jwk.n ?? '', 'base64url')]);
    expect(importPublicJwk({ kty: 'RSA', e: 'AQAB', n: padded.toString('base64url') })).toMatchObject({
      code: 'weak-key',
    });
    // 255 bytes with the top bit set and one byte 0x7f before them: 2047 bits.
    const n2047 = Buffer.concat([Buffer.from([0x7f]), Buffer.alloc(255, 0xff)]);
    expect(importPublicJwk({ kty: 'RSA', e: 'AQAB', n: n2047.toString('base64url') })).toMatchObject({
      code: 'weak-key',
    });
  });

  it('refuses an RSA modulus that would be dear to compute with', () => {
    const n = Buffer.alloc(1025, 0xff).toString('base64url');
    expect(importPublicJwk({ kty: 'RSA', e: 'AQAB', n })).toMatchObject({ code: 'unsupported-key' });
  });

  it.each([
    ['even', 'Ag'],
    ['one', 'AQ'],
    ['nothing', 'AA'],
    ['above 2^32', 'AQAAAAE'],
  ])('refuses an RSA exponent that is %s', (_name, e) => {
    expect(importPublicJwk({ ...rsa.jwk, e })).toMatchObject({ code: 'malformed-key' });
  });

  it.each([
    ['a point off the curve', { ...p256.jwk, y: p256.jwk.x }],
    ['a coordinate of the wrong size', { ...p256.jwk, x: 'AAAA' }],
    ['a missing coordinate', { kty: 'EC', crv: 'P-256', x: p256.jwk.x }],
    ['a coordinate that is no text', { ...ed.jwk, x: 7 }],
    ['a text', 'key'],
    ['an array', []],
    ['null', null],
  ])('refuses %s', (_name, jwk) => {
    expect(importPublicJwk(jwk)).toMatchObject({ ok: false, code: 'malformed-key' });
  });

  it.each([
    ['X25519', generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })],
    ['secp256k1', generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ format: 'jwk' })],
    ['a curve of another key type', { ...ed.jwk, kty: 'EC' }],
    ['a curve named like a property of objects', { ...ed.jwk, crv: 'constructor' }],
    ['a key for encryption', { ...p256.jwk, use: 'enc' }],
    ['a key without the operation', { ...p256.jwk, key_ops: ['deriveKey'] }],
  ])('does not take %s', (_name, jwk) => {
    expect(importPublicJwk(jwk)).toMatchObject({ ok: false, code: 'unsupported-key' });
  });
});
