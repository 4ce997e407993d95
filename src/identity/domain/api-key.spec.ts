import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { canBeKey, composeKey, hashOf, hintsOf, isUsable, KEY_RANDOM_BYTES } from './api-key.js';
import { base62Of, checksumOf } from './key-checksum.js';

describe('a key', () => {
  it('has an id, 43 secret letters and digits, and a checksum', () => {
    expect(composeKey(randomBytes(KEY_RANDOM_BYTES))).toMatch(/^crd_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
  });

  it('is spelt from the random bytes alone', () => {
    // Byte 0 is '0', 61 is 'z', 62 is '0' again; 248 to 255 would favour the first letters and are skipped.
    const bytes = new Uint8Array(KEY_RANDOM_BYTES).fill(62);
    bytes.set([255, 0, 61, 248, 10]);
    // CRC-32 of this body is not worked by hand; its spelling is tested below.
    expect(composeKey(bytes).slice(0, 12)).toBe('crd_0zA00000');
  });

  it('may be looked for only when its checksum is right', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 400, maxLength: 400 }).filter((b) => b.filter((x) => x < 248).length > 60),
        (b) => {
          const key = composeKey(b);
          expect(canBeKey(key)).toBe(true);
          const wrong = key.at(-1) === '0' ? '1' : '0';
          expect(canBeKey(key.slice(0, -1) + wrong)).toBe(false);
          const other = key[20] === 'x' ? 'y' : 'x';
          expect(canBeKey(key.slice(0, 20) + other + key.slice(21))).toBe(false);
        },
      ),
    );
  });

  it('may be one that the operator made up, of 32 characters or more', () => {
    expect(canBeKey('x'.repeat(32))).toBe(true);
    expect(canBeKey('x'.repeat(31))).toBe(false);
    expect(canBeKey('x'.repeat(513))).toBe(false);
  });

  it('is shown by its beginning and its end, a made-up one by its end only', () => {
    const key = composeKey(new Uint8Array(KEY_RANDOM_BYTES));
    expect(hintsOf(key)).toEqual({ prefix: 'crd_00000000', lastFour: key.slice(-4) });
    expect(hintsOf('my-own-admin-key-0123456789-abcdef')).toEqual({ prefix: 'bootstrap', lastFour: 'cdef' });
  });

  it('is stored as its SHA-256', () => {
    // The test vector "abc" of FIPS 180-2.
    expect(hashOf('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  const noon = new Date('2026-11-01T12:00:00Z');
  it.each([
    ['without an end', {}, true],
    ['a moment before its end', { expiresAt: new Date('2026-11-01T12:00:00.001Z') }, true],
    ['at the instant of its end', { expiresAt: noon }, false],
    ['when it was revoked', { revokedAt: noon }, false],
  ])('opens something %s: %j', (_name, times, usable) => {
    expect(isUsable({ expiresAt: undefined, revokedAt: undefined, ...times }, noon)).toBe(usable);
  });
});

describe('checksumOf', () => {
  it('spells the CRC-32 in base 62', () => {
    // The check value of CRC-32 for "123456789" is cbf43926 hex = 3421780262. In base 62, digit by digit:
    //   62^5 = 916132832: 3 times, rest 673381766;  62^4 = 14776336: 45 times, rest 8446646;
    //   62^3 = 238328: 35 times, rest 105166;        62^2 = 3844: 27 times, rest 1378;
    //   62: 22 times, rest 14.
    // 3, 45, 35, 27, 22, 14 are '3', 'j', 'Z', 'R', 'M', 'E'.
    expect(checksumOf('123456789')).toBe('3jZRME');
  });
});

describe('base62Of', () => {
  it('needs enough bytes', () => {
    expect(() => base62Of([255, 255], 1)).toThrow('too few');
  });
});
