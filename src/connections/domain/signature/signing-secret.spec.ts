import { composeSecret, keyOfSecret } from './signing-secret.js';

describe('keyOfSecret', () => {
  it('is the way back from a composed secret', () => {
    const random = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7));
    expect(keyOfSecret(composeSecret(random, 'standard'), 'standard')).toEqual(random);
    const written = composeSecret(random, 'text');
    expect(keyOfSecret(written, 'text')).toEqual(Buffer.from(written));
  });

  it.each([
    ['24 bytes', 24],
    ['64 bytes', 64],
  ])('takes %s, with the prefix and without', (_name, length) => {
    const encoded = Buffer.alloc(length, 1).toString('base64');
    expect(keyOfSecret(`whsec_${encoded}`, 'standard')).toHaveLength(length);
    expect(keyOfSecret(encoded, 'standard')).toHaveLength(length);
  });

  it.each([
    ['23 bytes', `whsec_${Buffer.alloc(23, 1).toString('base64')}`],
    ['65 bytes', `whsec_${Buffer.alloc(65, 1).toString('base64')}`],
    ['nothing', ''],
    ['the prefix alone', 'whsec_'],
    ['a text that is no base64', 'whsec_this is not base64 at all, is it? no.'],
    ['the other base64 alphabet', `whsec_${Buffer.alloc(32, 0xff).toString('base64url')}`],
  ])('refuses %s', (_name, secret) => {
    expect(keyOfSecret(secret, 'standard')).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['7 characters', 'a'.repeat(7)],
    ['201 characters', 'a'.repeat(201)],
    ['a line break', 'secret-with\na-break'],
    ['letters beyond ASCII', 'schlüssel-wort'],
  ])('refuses %s where a secret counts as it is written', (_name, secret) => {
    expect(keyOfSecret(secret, 'text')).toBeUndefined();
  });
});
