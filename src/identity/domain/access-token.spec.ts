import { isAccessToken, principalOf } from './access-token.js';

const organization = '0198c5a2-6f3e-7cc1-9a52-0d6f4be1a001';
const names = { issuer: 'https://login.example.org', organizationClaim: 'org', rolesClaim: 'realm_access.roles' };

describe('isAccessToken', () => {
  it.each([
    ['an RFC 9068 access token', 'at+jwt', {}, true],
    ['its full media type', 'application/at+jwt', {}, true],
    ['a plain JWT', 'JWT', {}, true],
    ['a plain JWT of Keycloak', 'JWT', { typ: 'Bearer' }, true],
    ['no type', undefined, {}, false],
    ['a logout token', 'logout+jwt', {}, false],
    ['an ID token by its nonce', 'JWT', { nonce: 'n' }, false],
    ['an ID token by its token hash', 'JWT', { at_hash: 'h' }, false],
    ['an ID token of Keycloak', 'JWT', { typ: 'ID' }, false],
    ['a refresh token of Keycloak', 'JWT', { typ: 'Refresh' }, false],
  ])('tells %s', (_name, typ, claims, is) => {
    expect(isAccessToken(typ, claims)).toBe(is);
  });
});

describe('principalOf', () => {
  it('reads subject, organization and roles, and leaves unknown roles out', () => {
    const claims = {
      sub: 'u1',
      org: organization.toUpperCase(),
      realm_access: { roles: ['recruiter', 'root', 7, 'recruiter'] },
    };
    expect(principalOf(claims, names)).toEqual({
      kind: 'person',
      id: 'https://login.example.org|u1',
      organizationId: organization,
      roles: ['recruiter'],
    });
  });

  it('takes roles as words of one text, and claims whose names have dots', () => {
    const dotted = { ...names, rolesClaim: 'https://example.org/roles' };
    const claims = { sub: 'u1', org: organization, 'https://example.org/roles': 'admin auditor' };
    expect(principalOf(claims, dotted)?.roles).toEqual(['admin', 'auditor']);
  });

  it('has no roles where the token names none', () => {
    expect(principalOf({ sub: 'u1', org: organization }, names)?.roles).toEqual([]);
  });

  it.each([
    ['no subject', { org: organization }],
    ['an empty subject', { sub: '', org: organization }],
    ['an endless subject', { sub: 'x'.repeat(256), org: organization }],
    ['no organization', { sub: 'u1' }],
    ['an organization that is no id', { sub: 'u1', org: "' OR 1=1" }],
    ['an organization from the prototype', { sub: 'u1', org: { toString: (): string => organization } }],
  ])('is nobody with %s', (_name, claims) => {
    expect(principalOf(claims, names)).toBeUndefined();
  });
});
