import { existsSync, readFileSync } from 'node:fs';
import { type Appearance, lookAlikesOf, lookKeys } from './look-alike.js';

const at = (identifier: string, name: string | null = null, url: string | null = null): Appearance => ({
  ...{ identifier, name, url },
});
const named = (name: string, number = 1): Appearance => at(`did:key:z${number}`, name);

/** Compares both ways by way of the keys, as it is done with many. */
function codes(one: Appearance, other: Appearance): string[] {
  const found = lookAlikesOf(one, other);
  const shared = lookKeys(one).some((key) => lookKeys(other).includes(key));
  if (found.length > 0) expect([one, other, shared]).toEqual([one, other, true]);
  return found;
}

describe('names that look alike', () => {
  it.each([
    ['in other case and punctuation', 'Example College', 'EXAMPLE  College.', 'same-name'],
    ['with a mark left out', 'Universität München', 'Universitat Munchen', 'same-name'],
    ['with a space that is not seen', 'Example\u200b College', 'Example College', 'same-name'],
    ['with Cyrillic letters', 'Ехаmрlе Соllеgе', 'Example College', 'confusable-name'],
    ['with a Greek letter', 'Examplε Cοllege', 'Example College', 'confusable-name'],
    ['in fullwidth letters', 'Ｅｘａｍｐｌｅ College', 'Example College', 'same-name'],
    ['with digits for letters', 'Examp1e C0llege', 'Example College', 'confusable-name'],
    ['with l for I', 'lnstitute of Welding', 'Institute of Welding', 'confusable-name'],
    ['with rn for m', 'Harnburg School', 'Hamburg School', 'confusable-name'],
  ])('%s', (_how, one, other, code) => {
    expect(codes(named(one), named(other, 2))).toEqual([code]);
  });

  it.each([
    ['of other schools', 'Example College', 'Sample College'],
    ['of other places', 'City College Porto', 'City College Lisbon'],
    ['numbered', 'Vocational School 1', 'Vocational School 2'],
    ['that are near, but words of their own', 'Welding Institute', 'Wedding Institute'],
    ['that are too short to say anything', 'MIT', 'MIT'],
    ['in another script', 'Московский университет', 'Moscow University'],
  ])('are not those %s', (_how, one, other) => {
    expect(codes(named(one), named(other, 2))).toEqual([]);
  });
});

describe('domains that look alike', () => {
  it.each([
    ['with digits for letters', 'did:web:examp1e-c0llege.org', 'did:web:example-college.org', 'confusable-domain'],
    ['with rn for m', 'https://harnburg.edu', 'https://hamburg.edu', 'confusable-domain'],
    ['with a letter left out', 'did:web:colege.edu', 'did:web:college.edu', 'near-domain'],
    ['with a letter put in', 'https://collegge.edu/x', 'https://college.edu', 'near-domain'],
    ['with a letter for another', 'https://cullege.edu', 'https://college.edu', 'near-domain'],
    ['with two letters that changed places', 'https://colelge.edu', 'https://college.edu', 'near-domain'],
    ['below a country', 'did:web:badges.oxfrod.ac.uk', 'https://www.oxford.ac.uk', 'near-domain'],
    ['below a platform', 'did:web:exampel.github.io', 'https://example.github.io', 'near-domain'],
    ['with the other one inside', 'https://college.edu.badges.example', 'https://college.edu', 'embedded-domain'],
  ])('%s', (_how, one, other, code) => {
    expect(codes(at(one), at(other))).toEqual([code]);
  });

  it('are found by punycode', () => {
    // The first letter of "соllege" is Cyrillic.
    const alike = new URL('https://\u0441ollege.edu').hostname;
    expect(alike).toMatch(/^xn--/);
    expect(codes(at(`did:web:${alike}`), at('did:web:college.edu'))).toEqual(['confusable-domain']);
  });

  it('are told from the web address that a registry gives', () => {
    const listed = at('did:key:z1', 'Example College', 'https://www.college.edu/badges');
    expect(codes(at('did:web:colege.edu', 'Something else'), listed)).toEqual(['near-domain']);
  });

  it.each([
    ['the same', 'https://college.edu', 'did:web:college.edu'],
    ['of one owner', 'https://badges.college.edu', 'https://www.college.edu'],
    ['the same below another suffix', 'https://oxford.edu', 'https://oxford.ac.uk'],
    ['that with a country behind it', 'https://college.edu.au', 'https://college.edu'],
    ['numbered', 'https://campus1.edu', 'https://campus2.edu'],
    ['numbered, one without', 'https://campus.edu', 'https://campus2.edu'],
    ['too short', 'https://mit.edu', 'https://nit.edu'],
    ['two steps apart', 'https://colloge.edu', 'https://callege.edu'],
    ['of one platform', 'https://school.github.io', 'https://museum.github.io'],
    ['addresses', 'https://10.0.0.1/x', 'https://10.0.0.2/x'],
    ['no domains', 'did:key:z6MkabcdefA', 'did:key:z6MkabcdefB'],
  ])('are not those that are %s', (_how, one, other) => {
    expect(codes(at(one), at(other))).toEqual([]);
  });

  it('say nothing about names where both belong to one owner', () => {
    const [one, other] = [at('did:web:college.edu:a', 'College'), at('https://badges.college.edu', 'College')];
    expect(codes(one, other)).toEqual([]);
  });
});

it('has few keys for a long name and a long host', () => {
  const host = `${'a'.repeat(60)}.`.repeat(3) + 'example';
  expect(lookKeys(at(`https://${host}/`, 'x'.repeat(5_000))).length).toBeLessThan(100);
});

const recorded = new URL('../../../../../shared/credentials/registries/', import.meta.url);
const published = existsSync(recorded) ? it : it.skip;
if (!existsSync(recorded)) console.warn('no recorded registries beside the project: their issuers are not compared');

published('raises no alarm among the issuers of a registry, but for those that it lists under one name', () => {
  const text = readFileSync(new URL('community-registry.json', recorded), 'utf8');
  const { registry } = JSON.parse(text) as { registry: Record<string, { name: string; url?: string }> };
  const issuers = Object.entries(registry).map(([did, { name, url }]) => at(did, name, url ?? null));
  const pairs = issuers.flatMap((one, place) => issuers.slice(place + 1).map((other) => [one, other] as const));
  const alarms = pairs.flatMap(([one, other]) => codes(one, other).map((code) => [code, one.name, other.name]));
  expect(pairs.length).toBe(351);
  expect(alarms.filter(([code, one, other]) => code !== 'same-name' || one !== other)).toEqual([]);
});
