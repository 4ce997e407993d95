import { liveSecrets } from '../../webhooks/index.js';
import { withNewSecret } from './connection.js';

const hours = (n: number) => new Date(Date.UTC(2026, 10, 2, n));

describe('withNewSecret', () => {
  it('keeps the secret before for 24 hours', () => {
    const secrets = withNewSecret(withNewSecret([], 'a', hours(0)), 'b', hours(1));
    expect(secrets).toEqual([
      { secret: 'a', createdAt: hours(0), expiresAt: hours(25) },
      { secret: 'b', createdAt: hours(1), expiresAt: null },
    ]);
    expect(liveSecrets(secrets, hours(24)).map(({ secret }) => secret)).toEqual(['a', 'b']);
    expect(liveSecrets(secrets, hours(25)).map(({ secret }) => secret)).toEqual(['b']);
  });

  it('never makes an end later, forgets the dead and keeps one entry of a secret', () => {
    const two = withNewSecret(withNewSecret([], 'a', hours(0)), 'b', hours(1));
    const three = withNewSecret(two, 'c', hours(5));
    expect(three.map(({ secret, expiresAt }) => [secret, expiresAt])).toEqual([
      ['a', hours(25)],
      ['b', hours(29)],
      ['c', null],
    ]);
    expect(withNewSecret(three, 'c', hours(26)).map(({ secret }) => secret)).toEqual(['b', 'c']);
  });
});
