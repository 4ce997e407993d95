import { composeSecret, keyOfSecret } from './signing-secret.js';

describe('keyOfSecret', () => {
  it('is the way back from a composed secret', () => {
    const random = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7));
    expect(keyOfSecret(composeSecret(random))).toEqual(random);
  });

  it.each([
    ['24 bytes', 24],
    ['64 bytes', 64],
  ])('takes %s, with the prefix and without', (_name, length) => {
    const encoded = Buffer.alloc(length, 1).toString('base64');
    expect(keyOfSecret(`whsec_${encoded}`)).toHaveLength(length);
    expect(keyOfSecret(encoded)).toHaveLength(length);
  });

  it.each([
    ['23 bytes', `whsec_${Buffer.alloc(23, 1).toString('base64')}`],
    ['65 bytes', `whsec_${Buffer.alloc(65, 1).toString('base64')}`],
    ['nothing', ''],
    ['the prefix alone', 'whsec_'],
    ['a text that is no base64', 'whsec_this is not base64 at all, is it? no.'],
    ['the other base64 alphabet', `whsec_${Buffer.alloc(32, 0xff).toString('base64url')}`],
  ])('refuses %s', (_name, secret) => {
    expect(keyOfSecret(secret)).toBeUndefined();
  });
});
