import { composeSecret, keyOfSecret, liveSecrets, withNewSecret } from './signing-secret.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));

describe('keyOfSecret', () => {
  it('is the way back from a composed secret', () => {
    const random = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7));
    expect(keyOfSecret(composeSecret(random))).toEqual(random);
  });

  it.each([
    ['23 bytes', `whsec_${Buffer.alloc(23, 1).toString('base64')}`],
    ['65 bytes', `whsec_${Buffer.alloc(65, 1).toString('base64')}`],
    ['a text without the prefix', Buffer.alloc(32, 1).toString('base64')],
    ['the other base64 alphabet', `whsec_${Buffer.alloc(32, 0xff).toString('base64url')}`],
  ])('refuses %s', (_name, secret) => {
    expect(keyOfSecret(secret)).toBeUndefined();
  });
});

describe('withNewSecret', () => {
  it('lets the one before sign for 24 hours more, and no longer', () => {
    const secrets = withNewSecret(withNewSecret([], 'a', at(0)), 'b', at(1));
    const live = (hour: number): string[] => liveSecrets(secrets, at(hour)).map(({ secret }) => secret);
    expect([live(1), live(24), live(25)]).toEqual([['b', 'a'], ['b', 'a'], ['b']]);
  });

  it('does not lengthen the life of one that ends already, and forgets the dead', () => {
    const two = withNewSecret(withNewSecret([], 'a', at(0)), 'b', at(1));
    const three = withNewSecret(two, 'c', at(10));
    expect(three.map(({ secret, expiresAt }) => [secret, expiresAt])).toEqual([
      ['c', null],
      ['b', at(34)],
      ['a', at(25)],
    ]);
    expect(withNewSecret(three, 'd', at(30)).map(({ secret }) => secret)).toEqual(['d', 'c', 'b']);
  });
});
