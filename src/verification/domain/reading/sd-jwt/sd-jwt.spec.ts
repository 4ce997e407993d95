import { didKeyIssuer } from '../../testing/issuer-key.js';
import { anSdJwt, disclosure, disclosureOf, type TestDisclosure } from '../../testing/sd-jwt.js';
import type { JsonObject } from '../../json.js';
import { readSdJwt, type SdJwtReading } from './sd-jwt.js';

const issuer = didKeyIssuer(1);
const read = (claims: JsonObject, disclosures: TestDisclosure[] = []): SdJwtReading =>
  readSdJwt(anSdJwt(claims, issuer, disclosures));
const shown = (reading: SdJwtReading): unknown => (reading.ok ? reading.sdJwt.issued.claims : reading);
const refusal = (code: string) => ({ ok: false, kind: 'malformed', code });

const given = disclosure('given_name', 'Ann');
const family = disclosure('family_name', 'Lee');

describe('readSdJwt', () => {
  it('computes digests as the examples of RFC 9901 have them', () => {
    const text = 'WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd';
    const claims = { _sd: ['jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4'], _sd_alg: 'sha-256' };
    const reading = readSdJwt(`${anSdJwt(claims, issuer)}${text}~`);
    expect(shown(reading)).toEqual({ given_name: 'John' });
  });

  it('puts what is disclosed in place and takes every digest away', () => {
    const reading = read({ iss: 'i', _sd: [given.digest, family.digest, 'decoy'], _sd_alg: 'sha-256' }, [given]);
    expect(reading).toMatchObject({ ok: true, sdJwt: { isSelective: true, uncovered: 0 } });
    expect(shown(reading)).toEqual({ iss: 'i', given_name: 'Ann' });
  });

  it('puts elements of lists where their digests stand, and drops those that were kept back', () => {
    const [de, fr] = [disclosure(undefined, 'DE'), disclosure(undefined, 'FR')];
    const claims = { nationalities: [{ '...': de.digest }, 'US', { '...': fr.digest }] };
    expect(shown(read(claims, [fr]))).toEqual({ nationalities: ['US', 'FR'] });
  });

  it('follows digests inside of what is disclosed', () => {
    const street = disclosure('street', 'Main St 1');
    const address = disclosure('address', { country: 'US', _sd: [street.digest] });
    expect(shown(read({ _sd: [address.digest] }, [street, address]))).toEqual({
      address: { country: 'US', street: 'Main St 1' },
    });
    expect(shown(read({ _sd: [address.digest] }, [address]))).toEqual({ address: { country: 'US' } });
  });

  it('counts what no digest covers and leaves it out', () => {
    const reading = read({ _sd: [given.digest] }, [given, family]);
    expect(reading).toMatchObject({ ok: true, sdJwt: { uncovered: 1 } });
    expect(shown(reading)).toEqual({ given_name: 'Ann' });
    // Inside a disclosure that was kept back nobody can look, so its parts are covered by nothing.
    const street = disclosure('street', 'Main St 1');
    const address = disclosure('address', { _sd: [street.digest] });
    expect(read({ _sd: [address.digest] }, [street])).toMatchObject({ ok: true, sdJwt: { uncovered: 1 } });
  });

  it.each<[string, JsonObject, TestDisclosure[], string]>([
    ['a digest twice in one list', { _sd: [given.digest, given.digest] }, [given], 'digest-twice'],
    ['a digest twice in two places', { _sd: [given.digest], a: { _sd: [given.digest] } }, [given], 'digest-twice'],
    ['a decoy twice', { _sd: ['x'], a: { _sd: ['x'] } }, [], 'digest-twice'],
    ['a disclosure twice', { _sd: [given.digest] }, [given, given], 'disclosure-twice'],
    ['a claim that is there already', { given_name: 'Eve', _sd: [given.digest] }, [given], 'claim-twice'],
    [
      'two disclosures of one claim',
      { _sd: [given.digest, disclosure('given_name', 'Eve').digest] },
      [given, disclosure('given_name', 'Eve')],
      'claim-twice',
    ],
    ['digests that are no list', { _sd: 'x' }, [], 'malformed-digests'],
    ['a digest that is no text', { _sd: [7] }, [], 'malformed-digests'],
    ['a digest of a list with something beside it', { a: [{ '...': 'x', b: 1 }] }, [], 'misplaced-digest'],
    ['a digest of a list outside of one', { a: { '...': 'x' } }, [], 'misplaced-digest'],
    ['a claim where an element should be', { a: [{ '...': given.digest }] }, [given], 'disclosure'],
  ])('refuses %s', (_name, claims, disclosures, code) => {
    expect(read(claims, disclosures)).toMatchObject(refusal(code));
  });

  it('refuses an element of a list where a claim should be', () => {
    const element = disclosure(undefined, 'x');
    expect(read({ _sd: [element.digest] }, [element])).toMatchObject(refusal('disclosure'));
  });

  it.each(['iss', 'exp', 'nbf', 'cnf', 'vct', 'status', '_sd_alg'])(
    'refuses %s where the holder may choose',
    (name) => {
      const chosen = disclosure(name, 'x');
      expect(read({ _sd: [chosen.digest] }, [chosen])).toMatchObject(refusal('disclosed-claim'));
      // Further inside the same word means something else.
      const inside = disclosure(name, 'x');
      if (name !== '_sd_alg')
        expect(shown(read({ a: { _sd: [inside.digest] } }, [inside]))).toEqual({ a: { [name]: 'x' } });
    },
  );

  it.each([
    ['no list', { a: 1 }],
    ['one part', ['salt']],
    ['four parts', ['salt', 'a', 1, 2]],
    ['a salt that is no text', [1, 'a', 2]],
    ['a name that is no text', ['salt', 1, 2]],
    ['the name _sd', ['salt', '_sd', ['x']]],
    ['the name ...', ['salt', '...', 'x']],
    ['the name __proto__', ['salt', '__proto__', { isAdmin: true }]],
  ])('refuses a disclosure with %s', (_name, parts) => {
    const odd = disclosureOf(parts);
    expect(read({ _sd: [odd.digest] }, [odd])).toMatchObject(refusal('disclosure'));
  });

  it.each(['a b', 'WyJ', 'eyJhIjoxLCJhIjoyfQ', ''])('refuses the disclosure %j', (text) => {
    expect(readSdJwt(`${anSdJwt({}, issuer)}${text}~`)).toMatchObject(refusal('disclosure'));
  });

  it('takes SHA-384 and SHA-512, and none that is broken or cut short', () => {
    for (const name of ['sha-384', 'sha-512']) expect(readSdJwt(anSdJwt({ _sd_alg: name }, issuer)).ok).toBe(true);
    for (const name of ['md5', 'sha-1', 'sha-256-32', 'constructor', 1])
      expect(readSdJwt(anSdJwt({ _sd_alg: name }, issuer))).toMatchObject({ ok: false, kind: 'unsupported' });
  });

  it('refuses ten thousand disclosures without reading them', () => {
    expect(readSdJwt(`${anSdJwt({}, issuer)}${'W10~'.repeat(10_000)}`)).toMatchObject(refusal('too-many-disclosures'));
  });

  it('refuses disclosures in one another beyond 64 levels', () => {
    const nested = (levels: number): { claims: JsonObject; disclosures: TestDisclosure[] } => {
      const disclosures: TestDisclosure[] = [];
      let claims: JsonObject = {};
      for (let level = 0; level < levels; level += 1) {
        const next = disclosure('a', claims, `salt-${level}`);
        disclosures.push(next);
        claims = { _sd: [next.digest] };
      }
      return { claims, disclosures };
    };
    const [deep, deeper] = [nested(60), nested(70)];
    expect(read(deep.claims, deep.disclosures).ok).toBe(true);
    expect(read(deeper.claims, deeper.disclosures)).toMatchObject(refusal('too-deep'));
  });
});
